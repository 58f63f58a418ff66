#include <charconv>

#include "viz/cli/perform.h"

namespace shudao::viz::cli {
namespace {

using experiment::Errand;

std::string word_of(Errand const& errand, std::string const& name) {
  auto const found = errand.find(name);
  return found == errand.end() ? std::string{} : found->second;
}

/// What the first part says that it is a share of. Every word may be wrong: a part is a file.
class Told {
 public:
  explicit Told(std::string const& part) : part_{part}, errand_{experiment::errand_of_part(part)} {}

  [[nodiscard]] std::string word(std::string const& name) const { return word_of(errand_, name); }

  [[nodiscard]] std::string needed(std::string const& name) const {
    if (word(name).empty()) refuse(name, "a word");
    return word(name);
  }

  [[nodiscard]] std::uint64_t number(std::string const& name, std::uint64_t least, std::uint64_t most) const {
    std::string const said = word(name);
    std::uint64_t value = 0;
    auto const [end, fault] = std::from_chars(said.data(), said.data() + said.size(), value);
    bool const is_number = fault == std::errc{} && end == said.data() + said.size();
    if (!is_number || value < least || value > most)
      refuse(name, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return value;
  }

  [[noreturn]] void refuse(std::string const& name, std::string const& expected) const {
    throw FileError{part_ + ": its errand cannot be read: " + name + " is \"" + word(name) + "\", expected " +
                    expected};
  }

 private:
  std::string part_;
  Errand errand_;
};

/// What the parts are shares of, all runs taken from them.
experiment::StudyOptions options_of(Told const& told, Merge const& merge) {
  constexpr auto kLastFault = static_cast<std::uint64_t>(experiment::Fault::lose_box);
  experiment::StudyOptions options;
  options.replications = static_cast<int>(told.number("replications", 1, experiment::kMostReplications - 1));
  options.seed = told.number("seed", 0, UINT64_MAX);
  options.fault = static_cast<experiment::Fault>(told.number("fault", 0, kLastFault));
  options.store = merge.out;
  options.parts = merge.parts;
  options.is_merging = true;
  return options;
}

}  // namespace

int perform(Merge const& merge) {
  Told const told{merge.parts.front()};
  experiment::StudyOptions const options = options_of(told, merge);
  std::string const verb = told.word("verb"), file = told.needed("file 0");
  bool const is_preview = !told.word("preview").empty();
  if (verb == "run") return perform(Run{file, options, merge.detail, false, merge.manner, is_preview});
  if (verb == "study") return perform(AskStudies{{file}, "", false, is_preview, options, merge.manner});
  if (verb != "compare") told.refuse("verb", "run, compare or study");
  Compare compare{file, {}, options, merge.detail, false, merge.manner, is_preview};
  for (int i = 1; !told.word("file " + std::to_string(i)).empty(); ++i)
    compare.alternatives.push_back(told.word("file " + std::to_string(i)));
  return perform(compare);
}

}  // namespace shudao::viz::cli

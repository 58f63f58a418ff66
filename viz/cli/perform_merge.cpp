#include "viz/cli/perform.h"

namespace shudao::viz::cli {
namespace {

std::string word_of(experiment::Errand const& errand, std::string const& name) {
  auto const found = errand.find(name);
  return found == errand.end() ? std::string{} : found->second;
}

/// What the parts are shares of, all runs taken from them.
experiment::StudyOptions options_of(experiment::Errand const& errand, Merge const& merge) {
  experiment::StudyOptions options;
  options.replications = std::stoi(word_of(errand, "replications"));
  options.seed = std::stoull(word_of(errand, "seed"));
  options.fault = static_cast<experiment::Fault>(std::stoi(word_of(errand, "fault")));
  options.store = merge.out;
  options.parts = merge.parts;
  options.is_merging = true;
  return options;
}

}  // namespace

int perform(Merge const& merge) {
  experiment::Errand const errand = experiment::errand_of_part(merge.parts.front());
  experiment::StudyOptions const options = options_of(errand, merge);
  std::string const verb = word_of(errand, "verb"), file = word_of(errand, "file 0");
  bool const is_preview = !word_of(errand, "preview").empty();
  if (verb == "run") return perform(Run{file, options, merge.detail, false, merge.manner, is_preview});
  if (verb == "study") return perform(AskStudies{{file}, "", false, is_preview, options, merge.manner});
  Compare compare{file, {}, options, merge.detail, false, merge.manner, is_preview};
  for (int i = 1; !word_of(errand, "file " + std::to_string(i)).empty(); ++i)
    compare.alternatives.push_back(word_of(errand, "file " + std::to_string(i)));
  return perform(compare);
}

}  // namespace shudao::viz::cli

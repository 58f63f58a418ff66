#include "viz/cli/guard_rails_text.h"

#include <algorithm>

#include "viz/cli/text_table.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::GuardRail;
using experiment::Weight;
using Rails = std::vector<GuardRail>;

constexpr std::size_t kShownOfKind = 3;

Key weight_key(Weight weight) {
  switch (weight) {
    case Weight::forbids_quoting:
      return Key::forbids_quoting;
    case Weight::limits:
      return Key::limits_quoting;
    case Weight::hint:
      break;
  }
  return Key::guard_hint;
}

std::ptrdiff_t count_of(Rails const& rails, Weight weight) {
  return std::count_if(rails.begin(), rails.end(), [&](GuardRail const& one) { return one.weight() == weight; });
}

/// One language to a line, long lines going on below, all set in by `indent`.
std::string lines(std::string const& zh, std::string const& en, Language language, std::string const& indent) {
  std::string all;
  auto const add = [&](std::string const& line) {
    std::string lead = indent;
    for (std::string const& part : wrapped(line, kWidestTable - indent.size() - 2)) {
      all += lead + part + "\n";
      lead = indent + "  ";
    }
  };
  if (language != Language::en) add(zh);
  if (language != Language::zh) add(en);
  return all;
}

std::string ids_of(Rails::const_iterator from, Rails::const_iterator to) {
  constexpr std::size_t kMost = 8;
  std::string ids;
  for (std::size_t i = 0; from != to && i < kMost; ++from, ++i) ids += (i == 0 ? "" : ", ") + from->where;
  return from == to ? ids : ids + " …";
}

/// All of one kind.
std::string kind_text(Rails::const_iterator from, Rails::const_iterator to, bool is_full, Language language) {
  std::string all;
  Key const weight = weight_key(from->weight());
  auto const shown = is_full ? to : from + std::min<std::ptrdiff_t>(kShownOfKind, to - from);
  for (auto one = from; one != shown; ++one)
    all += lines("[" + std::string{text(weight, Language::zh)} + "] " + one->sentence.zh,
                 "[" + std::string{text(weight, Language::en)} + "] " + one->sentence.en, language, "  ");
  if (shown != to) {
    std::string const ids = ids_of(shown, to);
    all += lines(fmt::format(fmt::runtime(text(Key::guard_more, Language::zh)), to - shown, ids),
                 fmt::format(fmt::runtime(text(Key::guard_more, Language::en)), to - shown, ids), language, "  ");
  }
  return all + lines(fmt::format(fmt::runtime(text(Key::guard_remedy, Language::zh)), from->remedy.zh),
                     fmt::format(fmt::runtime(text(Key::guard_remedy, Language::en)), from->remedy.en), language,
                     "    ");
}

}  // namespace

std::string guard_rails_text(Rails const& rails, bool is_full, Language language) {
  if (rails.empty()) return say(Key::guard_rails_none, language) + "\n";
  auto const hints = count_of(rails, Weight::hint);
  std::string all = say(Key::guard_rails_head, language, count_of(rails, Weight::forbids_quoting),
                        count_of(rails, Weight::limits), hints) +
                    "\n";
  for (auto from = rails.begin(); from != rails.end();) {
    auto const to = std::find_if(from, rails.end(), [&](GuardRail const& one) { return one.kind != from->kind; });
    if (is_full || from->weight() != Weight::hint) all += kind_text(from, to, is_full, language);
    from = to;
  }
  if (hints > 0 && !is_full)
    all += lines(std::string{text(Key::guard_hints_left, Language::zh)},
                 std::string{text(Key::guard_hints_left, Language::en)}, language, "  ");
  return all;
}

std::string guard_rails_text(std::vector<Rails> const& by_world, experiment::Question const& question,
                             Language language) {
  std::string all;
  for (std::size_t w = 0; w < by_world.size(); ++w)
    all += question.worlds[w].id + ": " + guard_rails_text(by_world[w], false, language);
  return all;
}

}  // namespace shudao::viz::cli

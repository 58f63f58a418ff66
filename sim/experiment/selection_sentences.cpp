#include <fmt/format.h>

#include <cmath>

#include "sim/experiment/selecting.h"
#include "sim/experiment/spoken.h"
#include "sim/experiment/study_sentences.h"

namespace shudao::experiment {
namespace {

using scenarios::Text;

/// A selection with what its sentence names.
class Speech {
 public:
  Speech(Selection const& selection, Question const& question)
      : selection_{selection},
        question_{question},
        best_{question.worlds[selection.best].title},
        percent_{fmt::format("{:g}", 100 * selection.confidence)} {}

  [[nodiscard]] Text all() const {
    if (!selection_.not_comparable.en.empty()) return selection_.not_comparable;
    Text said = selection_.cancelled ? cancelled() : selection_.is_decided ? decided() : undecided();
    if (selection_.replications == 0) return said;
    std::size_t const next = runner_up();
    add(said, next == selection_.best ? Text{} : lead_over(next));
    add(said, ties());
    return said;
  }

 private:
  static void add(Text& said, Text const& more) {
    said.zh += more.zh;
    said.en += more.en.empty() ? "" : " " + more.en;
  }

  /// An amount of the figure in words, "2 hours".
  [[nodiscard]] Text amount(double value) const {
    SpokenUnit const unit = spoken_unit(question_.selectors.front(), value);
    std::string const digits = fmt::format("{:.4g}", value / unit.per_unit);
    return {digits + " " + unit.name.zh, digits + " " + unit.name.en};
  }

  /// The figure of the best in words, with its interval.
  [[nodiscard]] Text figure() const {
    Measure const& value = selection_.options[selection_.best].value;
    SpokenUnit const unit = spoken_unit(question_.selectors.front(), value.value);
    Spoken const size = spoken(value, unit.per_unit, unit.name);
    Text const interval = interval_words(value, size, false);
    std::string const digits = number(value.value, size);
    return {fmt::format("{}为 {} {}{}", question_.title.zh, digits, unit.name.zh, interval.zh),
            fmt::format("{}: {} {}{}", question_.title.en, digits, unit.name.en, interval.en)};
  }

  [[nodiscard]] Text decided() const {
    std::size_t const count = selection_.options.size();
    Text const least = amount(selection_.indifference), its = figure();
    return {fmt::format("“{}”是 {} 个方案中最好的，把握不低于 {}%（前提：比其余各方案至少好 {}）；{}。", best_.zh,
                        count, percent_, least.zh, its.zh),
            fmt::format("“{}” is the best of {} with at least {} % probability, if it is better than every other by {} "
                        "or more; {}.",
                        best_.en, count, percent_, least.en, its.en)};
  }

  [[nodiscard]] Text undecided() const {
    std::int64_t left = 0;
    for (OptionResult const& option : selection_.options) left += option.is_contender ? 1 : 0;
    Text const least = amount(selection_.indifference), its = figure();
    return {
        fmt::format("做完 {} 次重复仍未决出：{} 个方案中还剩 {} 个不能分辨，小于 {}的差别视为无关紧要；“{}”领先，{}。"
                    "增加 --most 或放宽 --indifference 才能决出。",
                    selection_.replications, selection_.options.size(), left, least.zh, best_.zh, its.zh),
        fmt::format("Not decided after {} replications: {} of {} options remain that are not told apart, where "
                    "differences below {} are taken not to matter; “{}” leads; {}. A larger --most or --indifference "
                    "can decide.",
                    selection_.replications, left, selection_.options.size(), least.en, best_.en, its.en)};
  }

  [[nodiscard]] Text cancelled() const {
    if (selection_.replications == 0)
      return {"已中断：没有做完任何一次重复。", "Interrupted: no replication was finished."};
    Text const its = figure();
    return {fmt::format("已中断，{} 次重复之后尚未决出：“{}”领先，{}。", selection_.replications, best_.zh, its.zh),
            fmt::format("Interrupted and not decided after {} replications: “{}” leads; {}.", selection_.replications,
                        best_.en, its.en)};
  }

  /// The nearest of those that differ from the best; the best itself if there is none.
  [[nodiscard]] std::size_t runner_up() const {
    std::size_t next = selection_.best;
    for (std::size_t i = 0; i < selection_.options.size(); ++i) {
      OptionResult const& one = selection_.options[i];
      if (i == selection_.best || one.is_as_best || one.behind.n == 0) continue;
      bool const is_nearer =
          next == selection_.best || std::abs(one.behind.value) < std::abs(selection_.options[next].behind.value);
      if (is_nearer) next = i;
    }
    return next;
  }

  [[nodiscard]] Text lead_over(std::size_t next) const {
    Measure const& behind = selection_.options[next].behind;
    SpokenUnit const unit = spoken_unit(question_.selectors.front(), behind.value);
    Spoken const size = spoken(behind, unit.per_unit, unit.name);
    Text const interval = interval_words(behind, size, true);
    std::string const digits = number(std::abs(behind.value), size);
    Text const title = question_.worlds[next].title;
    bool const is_near = std::abs(behind.value) < selection_.indifference;
    return {fmt::format("其次是“{}”，差 {} {}{}{}。", title.zh, digits, unit.name.zh, interval.zh,
                        is_near ? "：差别小于所设的界限，两者可视为同样好" : ""),
            fmt::format("Next comes “{}”, {} {} behind{}{}.", title.en, digits, unit.name.en, interval.en,
                        is_near ? ": less than the difference that matters, so either will do" : "")};
  }

  [[nodiscard]] Text ties() const {
    Text names;
    for (std::size_t i = 0; i < selection_.options.size(); ++i) {
      if (!selection_.options[i].is_as_best) continue;
      names.zh += "“" + question_.worlds[i].title.zh + "”";
      names.en += (names.en.empty() ? "“" : ", “") + question_.worlds[i].title.en + "”";
    }
    if (names.zh.empty()) return {};
    return {fmt::format("{}与“{}”在每次重复中完全相同，任选其一。", names.zh, best_.zh),
            fmt::format("{}: exactly equal to “{}” in every replication, so take either.", names.en, best_.en)};
  }

  Selection const& selection_;
  Question const& question_;
  Text const& best_;
  std::string percent_;
};

}  // namespace

Text sentence_on(Selection const& selection, Question const& question) { return Speech{selection, question}.all(); }

}  // namespace shudao::experiment

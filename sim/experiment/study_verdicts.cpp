#include "sim/experiment/study_verdicts.h"

#include <array>

#include "sim/experiment/study_sentences.h"

namespace shudao::experiment {
namespace {

using scenarios::Expectation;

Finding finding_of(StudyComparison const& comparison) {
  if (comparison.test.is_exactly_equal) return Finding::equal;
  if (comparison.adjusted_p >= kProven) return Finding::not_proven;
  return comparison.test.difference.value < 0 ? Finding::lower : Finding::higher;
}

/// Bounds say nothing, unless they are those of the base in every replication.
bool is_comparable(StudyComparison const& c) {
  bool const is_bound = c.base_unfinished + c.unfinished > 0;
  return !is_bound || (c.test.is_exactly_equal && c.base_unfinished == c.unfinished);
}

/// Those that can be tested; the others are told as not comparable, or as unobserved.
std::vector<StudyComparison*> tested_of(StudyAnswer& answer) {
  std::vector<StudyComparison*> tested;
  for (WorldAnswer& world : answer.worlds)
    for (StudyComparison& comparison : world.comparisons) {
      if (comparison.test.difference.n == 0) continue;
      if (is_comparable(comparison))
        tested.push_back(&comparison);
      else
        comparison.finding = Finding::not_comparable;
    }
  return tested;
}

void adjust(std::vector<StudyComparison*> const& tested) {
  std::vector<double> p;
  for (StudyComparison const* comparison : tested) p.push_back(comparison->test.p);
  std::vector<double> const adjusted = holm_adjusted(p);
  for (std::size_t i = 0; i < tested.size(); ++i) {
    tested[i]->adjusted_p = adjusted[i];
    tested[i]->finding = finding_of(*tested[i]);
    tested[i]->is_too_many = tested[i]->finding == Finding::not_proven && tested[i]->test.p < kProven;
  }
}

/// Whether it is as expected, where something was.
std::optional<bool> as_expected(StudyComparison const& comparison) {
  constexpr std::array kAwaited = {Finding::unobserved, Finding::lower, Finding::higher, Finding::equal};
  if (comparison.expected == Expectation::any) return std::nullopt;
  return comparison.finding == kAwaited.at(static_cast<std::size_t>(comparison.expected));
}

}  // namespace

void judge(StudyAnswer& answer, scenarios::Study const& study) {
  std::vector<StudyComparison*> const tested = tested_of(answer);
  answer.compared = tested.size();
  adjust(tested);
  for (std::size_t i = 0; i < answer.worlds.size(); ++i) {
    for (std::size_t m = 0; m < answer.worlds[i].comparisons.size(); ++m) {
      StudyComparison& comparison = answer.worlds[i].comparisons[m];
      comparison.as_expected = as_expected(comparison);
      comparison.sentence = sentence_on(comparison, study.measures[m], study.worlds.front().title,
                                        study.worlds[i].title, answer.compared);
    }
  }
}

}  // namespace shudao::experiment

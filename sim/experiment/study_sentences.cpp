#include "sim/experiment/study_sentences.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/base/time.h"
#include "sim/experiment/bounds.h"
#include "sim/experiment/spoken.h"

namespace shudao::experiment {
namespace {

using scenarios::Dimension;
using scenarios::MeasureKind;
using scenarios::Text;

constexpr double kLongestInHours = 72.0, kPerCent = 0.01;

/// What is said of a figure that is smaller, and of one that is larger.
struct Words {
  Text less, more;
};

Words words_for(MeasureKind kind, Dimension dimension) {
  bool const is_journey = kind == MeasureKind::transit_time || kind == MeasureKind::journey_time;
  if (is_journey) return {{"快", "faster"}, {"慢", "slower"}};
  if (dimension == Dimension::time) return {{"短", "shorter"}, {"长", "longer"}};
  bool const is_count = dimension == Dimension::teu_per_year || dimension == Dimension::vehicles_per_year ||
                        dimension == Dimension::teu || dimension == Dimension::number;
  if (is_count) return {{"少", "less"}, {"多", "more"}};
  return {{"低", "lower"}, {"高", "higher"}};
}

/// A comparison and everything that its sentence names.
struct Told {
  StudyComparison const& comparison;
  Text const& measure;
  Text const& base;
  Text const& alternative;
  Words words;
  Spoken size;
  Text interval;
};

/// " (-12 %)", where the base is not 0 and the figure no share.
std::string percent(StudyComparison const& comparison, Dimension dimension) {
  double const base = comparison.test.base.value;
  if (base == 0 || dimension == Dimension::share) return {};
  double const share = comparison.test.difference.value / std::abs(base) * 100;
  return fmt::format("{}{:.{}f} %", share < 0 ? "-" : "+", std::abs(share), std::abs(share) < 10 ? 1 : 0);
}

Text effect(Told const& told, std::string const& share) {
  bool const is_less = told.comparison.test.difference.value < 0;
  Text const& word = is_less ? told.words.less : told.words.more;
  std::string const amount = number(std::abs(told.comparison.test.difference.value), told.size);
  std::string const in_brackets = share.empty() ? "" : "（" + share + "）";
  return {
      fmt::format("“{}”：{}比“{}”{} {} {}{}{}。", told.alternative.zh, told.measure.zh, told.base.zh, word.zh, amount,
                  told.size.unit.zh, in_brackets, told.interval.zh),
      fmt::format("With “{}”, {}: {} {}{} {} than with “{}”{}.", told.alternative.en, told.measure.en, amount,
                  told.size.unit.en, share.empty() ? "" : " (" + share + ")", word.en, told.base.en, told.interval.en)};
}

Text not_proven(Told const& told, std::size_t compared) {
  std::string const change = number(told.comparison.test.difference.value, told.size);
  Text said{fmt::format("“{}”：{}与“{}”没有可证实的差异：变化 {} {}{}。", told.alternative.zh, told.measure.zh,
                        told.base.zh, change, told.size.unit.zh, told.interval.zh),
            fmt::format("With “{}”, {}: no proven difference from “{}”: {} {}{}.", told.alternative.en, told.measure.en,
                        told.base.en, change, told.size.unit.en, told.interval.en)};
  if (!told.comparison.is_too_many) return said;
  Text const more = too_many_words(compared, told.comparison.adjusted_p);
  said.zh += more.zh;
  said.en += more.en;
  return said;
}

Text equal(Told const& told) {
  std::int64_t const n = told.comparison.test.difference.n;
  return {
      fmt::format("“{}”：{}与“{}”在全部 {} 次仿真中完全相同。", told.alternative.zh, told.measure.zh, told.base.zh, n),
      fmt::format("With “{}”, {}: exactly equal to “{}” in {}.", told.alternative.en, told.measure.en, told.base.en,
                  n == 1 ? "one replication" : fmt::format("all {} replications", n))};
}

Text unobserved_words(Told const& told) {
  bool const has_base = told.comparison.test.base.n > 0, has_other = told.comparison.test.alternative.n > 0;
  Text where{"两者", "either"};
  if (has_base) where = told.alternative;
  if (has_other) where = told.base;
  if (has_base && has_other) where = {"同一次仿真的两者", "both in one replication"};
  return {fmt::format("“{}”：{}无法比较：“{}”中没有发生。", told.alternative.zh, told.measure.zh, where.zh),
          fmt::format("With “{}”, {}: nothing to compare, it does not happen in “{}”.", told.alternative.en,
                      told.measure.en, where.en)};
}

Text not_comparable_words(Told const& told) {
  Text const why = unfinished_words(told.comparison.base_unfinished + told.comparison.unfinished);
  return {fmt::format("“{}”：{}与“{}”不宜比较：{}。", told.alternative.zh, told.measure.zh, told.base.zh, why.zh),
          fmt::format("With “{}”, {}: should not be compared with “{}”: {}.", told.alternative.en, told.measure.en,
                      told.base.en, why.en)};
}

}  // namespace

SpokenUnit spoken_unit(scenarios::Selector const& selector, double size) {
  Dimension const dimension = scenarios::dimension_of(selector);
  if (selector.kind == MeasureKind::repeats) return {1, {"次", "repeats per party"}};
  switch (dimension) {
    case Dimension::time:
      if (std::abs(size) >= kLongestInHours) return {kHoursPerDay, {"天", "days"}};
      return {1, {"小时", "hours"}};
    case Dimension::share:
      return {kPerCent, {"个百分点", "percentage points"}};
    case Dimension::teu_per_year:
      return {1, {"TEU/年", "TEU/yr"}};
    case Dimension::vehicles_per_year:
      return {1, {"列（辆、艘）/年", "vehicles/yr"}};
    case Dimension::cny_per_teu:
      return {1, {"元/TEU", "CNY/TEU"}};
    case Dimension::number:
      return {1, {"个", "waiting"}};
    default:
      return {1, {scenarios::units_of(dimension).front(), scenarios::units_of(dimension).front()}};
  }
}

Text sentence_on(StudyComparison const& comparison, scenarios::StudyMeasure const& measure, Text const& base,
                 Text const& alternative, std::size_t compared) {
  scenarios::Selector selector;
  for (auto const& one : measure.selectors)
    if (one) selector = *one;
  Dimension const dimension = scenarios::dimension_of(selector);
  Measure const& difference = comparison.test.difference;
  SpokenUnit const unit = spoken_unit(selector, difference.value);
  Spoken const size = spoken(difference, unit.per_unit, unit.name);
  bool const is_effect = comparison.finding == Finding::lower || comparison.finding == Finding::higher;
  Told const told{comparison,
                  measure.title,
                  base,
                  alternative,
                  words_for(selector.kind, dimension),
                  size,
                  interval_words(difference, size, is_effect)};
  switch (comparison.finding) {
    case Finding::equal:
      return equal(told);
    case Finding::unobserved:
      return unobserved_words(told);
    case Finding::not_comparable:
      return not_comparable_words(told);
    case Finding::not_proven:
      return not_proven(told, compared);
    default:
      return effect(told, percent(comparison, dimension));
  }
}

}  // namespace shudao::experiment

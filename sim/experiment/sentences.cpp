#include "sim/experiment/sentences.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "sim/base/time.h"
#include "sim/experiment/headline.h"
#include "sim/experiment/spoken.h"

namespace shudao::experiment {
namespace {

using scenarios::Text;

constexpr double kLongestInHours = 72.0;

/// A time is said in hours up to three days.
Spoken size_for(Measure const& difference, Headline const& measure) {
  if (!measure.unit.en.empty()) return spoken(difference, measure.per_unit, measure.unit);
  bool const is_long = std::abs(difference.value) >= kLongestInHours;
  return is_long ? spoken(difference, kHoursPerDay, {"天", "days"}) : spoken(difference, 1.0, {"小时", "hours"});
}

/// A mean time is told as what happens to consignments.
bool is_mean_time(Headline const& measure) { return measure.name == std::string_view{"transit_time_h.mean"}; }

Text effect(MeasureComparison const& comparison, Headline const& measure, Named const& named) {
  Measure const& difference = comparison.difference;
  Spoken const size = size_for(difference, measure);
  Text const& word = difference.value < 0 ? measure.less : measure.more;
  Text const amount = amount_words(difference.value, size);
  Text const interval = interval_words(difference, size, true, named.weeks);
  if (is_mean_time(measure)) {
    return {
        fmt::format("“{}”使{}的货物平均比“{}”{} {} {}{}。", named.alternative.zh, named.corridor.zh, named.base.zh,
                    word.zh, amount.zh, size.unit.zh, interval.zh),
        fmt::format("With “{}”, consignments on {} arrive {} {} {} on average than with “{}”{}.", named.alternative.en,
                    named.corridor.en, amount.en, size.unit.en, word.en, named.base.en, interval.en)};
  }
  return {fmt::format("“{}”使{}的{}比“{}”{} {} {}{}。", named.alternative.zh, named.corridor.zh, measure.title.zh,
                      named.base.zh, word.zh, amount.zh, size.unit.zh, interval.zh),
          fmt::format("With “{}”, the {} on {} is {} {} {} than with “{}”{}.", named.alternative.en, measure.title.en,
                      named.corridor.en, amount.en, size.unit.en, word.en, named.base.en, interval.en)};
}

Text no_difference(MeasureComparison const& comparison, Headline const& measure, Named const& named) {
  Spoken const size = size_for(comparison.difference, measure);
  std::string const change = number(comparison.difference.value, size);
  Text const interval = interval_words(comparison.difference, size, false, named.weeks);
  Text said{
      fmt::format("“{}”与“{}”在{}的{}上没有可证实的差异：变化 {} {}{}。", named.alternative.zh, named.base.zh,
                  named.corridor.zh, measure.title.zh, change, size.unit.zh, interval.zh),
      fmt::format("With “{}”, there is no proven difference from “{}” in the {} on {}: {} {}{}.", named.alternative.en,
                  named.base.en, measure.title.en, named.corridor.en, change, size.unit.en, interval.en)};
  if (!comparison.is_too_many) return said;
  Text const more = too_many_words(named.compared, comparison.adjusted_p);
  return {said.zh + more.zh, said.en + more.en};
}

Text equal(MeasureComparison const& comparison, Headline const& measure, Named const& named) {
  Text const runs = replication_words(comparison.difference.n, named.weeks);
  return {fmt::format("“{}”与“{}”在{}的{}上每次仿真都完全相同（{}）。", named.alternative.zh, named.base.zh,
                      named.corridor.zh, measure.title.zh, runs.zh),
          fmt::format("With “{}”, the {} on {} is exactly equal to that with “{}” in every replication ({}).",
                      named.alternative.en, measure.title.en, named.corridor.en, named.base.en, runs.en)};
}

Text not_comparable(Named const& named, Text const& why) {
  return {fmt::format("“{}”与“{}”在{}上不宜比较：{}。", named.alternative.zh, named.base.zh, named.corridor.zh, why.zh),
          fmt::format("“{}” and “{}” should not be compared on {}: {}.", named.alternative.en, named.base.en,
                      named.corridor.en, why.en)};
}

Text unobserved(Headline const& measure, Named const& named) {
  return {fmt::format("“{}”与“{}”在{}的{}上无从比较：没有发生。", named.alternative.zh, named.base.zh,
                      named.corridor.zh, measure.title.zh),
          fmt::format("“{}” and “{}” cannot be compared in the {} on {}: nothing of the kind happened.",
                      named.alternative.en, named.base.en, measure.title.en, named.corridor.en)};
}

Text left_out(CorridorDifference const& difference) {
  std::int64_t const count = difference.base_only + difference.alternative_only;
  if (count == 0) return {};
  return {fmt::format("有 {} 批货物只出现在其中一个情景，未计入比较。", count),
          fmt::format(" {} consignments exist in one of the two only and are not compared.", count)};
}

}  // namespace

Text sentence_on(MeasureComparison const& comparison, Named const& named, Text const& why_not) {
  Headline const& measure = headline(comparison.measure);
  switch (comparison.finding) {
    case Finding::lower:
    case Finding::higher:
      return effect(comparison, measure, named);
    case Finding::not_proven:
      return no_difference(comparison, measure, named);
    case Finding::equal:
      return equal(comparison, measure, named);
    case Finding::not_comparable:
      return not_comparable(named, why_not);
    case Finding::unobserved:
      break;
  }
  return unobserved(measure, named);
}

Text sentence_on(CorridorDifference const& difference, Text const& on_mean_time, Named const& named) {
  Text words = on_mean_time;
  if (difference.finding == Finding::not_comparable) {
    // As said on the mean time.
  } else if (difference.pairs == 0) {
    words = {fmt::format("“{}”与“{}”在{}上没有可比较的货物。", named.alternative.zh, named.base.zh, named.corridor.zh),
             fmt::format("With “{}”, no consignment on {} can be compared with “{}”.", named.alternative.en,
                         named.corridor.en, named.base.en)};
  } else if (difference.is_exactly_equal) {
    Text const runs = replication_words(difference.transit_time_h.n, named.weeks);
    words = {fmt::format("“{}”与“{}”在{}上每批货物都完全相同（{}）。", named.alternative.zh, named.base.zh,
                         named.corridor.zh, runs.zh),
             fmt::format("With “{}”, every consignment on {} is exactly equal to that with “{}” ({}).",
                         named.alternative.en, named.corridor.en, named.base.en, runs.en)};
  }
  Text const rest = left_out(difference);
  return {words.zh + rest.zh, words.en + rest.en};
}

}  // namespace shudao::experiment

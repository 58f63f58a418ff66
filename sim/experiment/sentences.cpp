#include "sim/experiment/sentences.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/experiment/spoken.h"

namespace shudao::experiment {
namespace {

constexpr double kHoursPerDay = 24.0, kLongestInHours = 72.0;

/// A time is said in hours up to three days.
Spoken size_for(Measure const& time) {
  bool const is_long = std::abs(time.value) >= kLongestInHours;
  return is_long ? spoken(time, kHoursPerDay, {"天", "days"}) : spoken(time, 1.0, {"小时", "hours"});
}

scenarios::Text effect(Measure const& time, scenarios::Text const& corridor, scenarios::Text const& alternative) {
  Spoken const size = size_for(time);
  bool const is_faster = time.value < 0;
  std::string const amount = number(std::abs(time.value), size);
  scenarios::Text const interval = interval_words(time, size, true);
  return {fmt::format("“{}”使{}的货物平均{}到达 {} {}{}。", alternative.zh, corridor.zh, is_faster ? "提前" : "推迟",
                      amount, size.unit.zh, interval.zh),
          fmt::format("With “{}”, consignments on {} arrive {} {} {} on average{}.", alternative.en, corridor.en,
                      amount, size.unit.en, is_faster ? "faster" : "slower", interval.en)};
}

scenarios::Text no_difference(Measure const& time, scenarios::Text const& corridor,
                              scenarios::Text const& alternative) {
  Spoken const size = size_for(time);
  scenarios::Text const interval = interval_words(time, size, false);
  return {fmt::format("“{}”对{}的运输时间没有可证实的差异：变化 {} {}{}。", alternative.zh, corridor.zh,
                      number(time.value, size), size.unit.zh, interval.zh),
          fmt::format("With “{}”, there is no proven difference in transit time on {}: {} {}{}.", alternative.en,
                      corridor.en, number(time.value, size), size.unit.en, interval.en)};
}

scenarios::Text left_out(CorridorDifference const& difference) {
  std::int64_t const count = difference.base_only + difference.alternative_only;
  if (count == 0) return {};
  return {fmt::format("有 {} 批货物只出现在其中一个情景，未计入比较。", count),
          fmt::format(" {} consignments exist in one of the two only and are not compared.", count)};
}

}  // namespace

scenarios::Text sentence_on(CorridorDifference const& difference, scenarios::Text const& corridor,
                            scenarios::Text const& alternative) {
  Measure const& time = difference.transit_time_h;
  scenarios::Text words;
  if (difference.pairs == 0) {
    words = {fmt::format("“{}”与基准情景在{}上没有可比较的货物。", alternative.zh, corridor.zh),
             fmt::format("With “{}”, no consignment on {} can be compared.", alternative.en, corridor.en)};
  } else if (difference.is_exactly_equal) {
    words = {fmt::format("“{}”与基准情景在{}上完全相同。", alternative.zh, corridor.zh),
             fmt::format("With “{}”, {} is exactly equal to the base.", alternative.en, corridor.en)};
  } else if (time.value == 0 || (time.ci95 && (*time.ci95)[0] <= 0 && (*time.ci95)[1] >= 0)) {
    words = no_difference(time, corridor, alternative);
  } else {
    words = effect(time, corridor, alternative);
  }
  scenarios::Text const rest = left_out(difference);
  return {words.zh + rest.zh, words.en + rest.en};
}

}  // namespace shudao::experiment

#include "sim/experiment/sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace shudao::experiment {
namespace {

/// A size of time in the unit that suits it.
struct Size {
  double per_unit = 1.0;
  scenarios::Text unit{"小时", "hours"};
};

Size size_for(double hours) {
  if (std::abs(hours) >= 48.0) return {24.0, {"天", "days"}};
  return {};
}

std::string number(double hours, Size const& size) { return fmt::format("{:.2f}", hours / size.per_unit); }

scenarios::Text interval_words(Measure const& measure, Size const& size, bool as_amount) {
  if (!measure.ci95) return {"（仅一次仿真，无置信区间）", " (one replication, no interval)"};
  double low = (*measure.ci95)[0];
  double high = (*measure.ci95)[1];
  if (as_amount && measure.value < 0) {
    std::swap(low, high);
    low = -low;
    high = -high;
  }
  return {fmt::format("（95% 置信区间 {} 至 {}，{} 次仿真）", number(low, size), number(high, size), measure.n),
          fmt::format(" (95 % interval {} to {}, n = {})", number(low, size), number(high, size), measure.n)};
}

scenarios::Text effect(Measure const& time, scenarios::Text const& corridor, scenarios::Text const& alternative) {
  Size const size = size_for(time.value);
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
  Size const size = size_for(time.value);
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

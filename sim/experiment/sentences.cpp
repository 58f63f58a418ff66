#include "sim/experiment/sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace shudao::experiment {
namespace {

constexpr std::int64_t kFewestForInterval = 3;
constexpr double kHoursPerDay = 24.0, kLongestInHours = 72.0;
constexpr int kMostDecimals = 3;

/// The unit and the digits that a time and its interval are said in.
struct Size {
  double per_unit = 1.0;
  scenarios::Text unit{"小时", "hours"};
  int decimals = 0;
};

bool has_interval(Measure const& time) { return time.ci95 && time.n >= kFewestForInterval; }

/// Decimals of the first significant digit: 0 for 1 … 9.99, 1 for 0.1 … 0.99, −1 for 10 … 99.9.
int first_decimal(double x) {
  int decimals = 0;
  for (; x >= 10.0; x /= 10.0) --decimals;
  for (; x < 1.0 && decimals < kMostDecimals; x *= 10.0) ++decimals;
  return decimals;
}

/// Decimals that show half an interval to one digit, or two if it begins with 1, as in the tables.
int decimals_for(double half) {
  int const first = first_decimal(half);
  double leading = half;
  for (int i = 0; i < first; ++i) leading *= 10.0;
  for (int i = 0; i > first; --i) leading /= 10.0;
  return first + (leading < 1.95 ? 1 : 0);
}

/// As many digits as the interval supports, but two or three of the value.
Size size_for(Measure const& time) {
  Size size;
  if (std::abs(time.value) >= kLongestInHours) size = {kHoursPerDay, {"天", "days"}, 0};
  double const half = has_interval(time) ? ((*time.ci95)[1] - (*time.ci95)[0]) / 2.0 : 0.0;
  int const two_digits = first_decimal(std::max(std::abs(time.value), half) / size.per_unit) + 1;
  int decimals = two_digits + 1;
  if (half > 0) decimals = std::clamp(decimals_for(half / size.per_unit), two_digits, two_digits + 1);
  size.decimals = std::clamp(decimals, 0, kMostDecimals);
  return size;
}

/// Never "-0.0".
std::string number(double hours, Size const& size) {
  std::string digits = fmt::format("{:.{}f}", std::abs(hours / size.per_unit), size.decimals);
  bool const is_negative = hours < 0 && digits.find_first_not_of("0.") != std::string::npos;
  return (is_negative ? "-" : "") + digits;
}

scenarios::Text replications(std::int64_t n) {
  return {fmt::format("{} 次仿真", n), fmt::format("{} replication{}", n, n == 1 ? "" : "s")};
}

scenarios::Text interval_words(Measure const& time, Size const& size, bool as_amount) {
  scenarios::Text const n = replications(time.n);
  if (!has_interval(time)) return {"（" + n.zh + "，太少，无置信区间）", " (" + n.en + ": too few for an interval)"};
  double low = (*time.ci95)[0];
  double high = (*time.ci95)[1];
  if (as_amount && time.value < 0) {
    std::swap(low, high);
    low = -low;
    high = -high;
  }
  return {fmt::format("（95% 置信区间 {} 至 {}，{}）", number(low, size), number(high, size), n.zh),
          fmt::format(" (95 % interval {} to {}, {})", number(low, size), number(high, size), n.en)};
}

scenarios::Text effect(Measure const& time, scenarios::Text const& corridor, scenarios::Text const& alternative) {
  Size const size = size_for(time);
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
  Size const size = size_for(time);
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

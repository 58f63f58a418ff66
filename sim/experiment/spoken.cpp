#include "sim/experiment/spoken.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace shudao::experiment {
namespace {

constexpr std::int64_t kFewestForInterval = 3;
constexpr int kMostDecimals = 3;

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

}  // namespace

bool has_interval(Measure const& figure) { return figure.ci95 && figure.n >= kFewestForInterval; }

Spoken spoken(Measure const& figure, double per_unit, scenarios::Text unit) {
  Spoken size{per_unit, std::move(unit), 0};
  double const half = has_interval(figure) ? ((*figure.ci95)[1] - (*figure.ci95)[0]) / 2.0 : 0.0;
  int const two_digits = first_decimal(std::max(std::abs(figure.value), half) / per_unit) + 1;
  int decimals = two_digits + 1;
  if (half > 0) decimals = std::clamp(decimals_for(half / per_unit), two_digits, two_digits + 1);
  size.decimals = std::clamp(decimals, 0, kMostDecimals);
  return size;
}

std::string number(double value, Spoken const& size) {
  std::string digits = fmt::format("{:.{}f}", std::abs(value / size.per_unit), size.decimals);
  bool const is_negative = value < 0 && digits.find_first_not_of("0.") != std::string::npos;
  return (is_negative ? "-" : "") + digits;
}

scenarios::Text amount_words(double value, Spoken const& size) {
  std::string const digits = number(std::abs(value), size);
  if (digits.find_first_not_of("0.") != std::string::npos) return {digits, digits};
  std::string const least = digits.substr(0, digits.size() - 1) + "1";
  return {"不到 " + least, "less than " + least};
}

scenarios::Text replication_words(std::int64_t n, std::int64_t weeks) {
  scenarios::Text words{fmt::format("{} 次仿真", n), fmt::format("{} replication{}", n, n == 1 ? "" : "s")};
  if (weeks == 0) return words;
  words.zh += fmt::format("，每次 {} 周", weeks);
  words.en += fmt::format(" of {} week{}", weeks, weeks == 1 ? "" : "s");
  return words;
}

scenarios::Text too_many_words(std::size_t compared, double adjusted_p) {
  return {fmt::format("单看此项区间不含 0，但共比较 {} 项，校正后 p={:.2f}，不足为证。", compared, adjusted_p),
          fmt::format(
              " On its own the interval excludes 0, but among {} comparisons that is no proof: adjusted p = {:.2f}.",
              compared, adjusted_p)};
}

scenarios::Text interval_words(Measure const& figure, Spoken const& size, bool as_amount, std::int64_t weeks) {
  scenarios::Text const n = replication_words(figure.n, weeks);
  if (!has_interval(figure)) return {"（" + n.zh + "，太少，无置信区间）", " (" + n.en + ": too few for an interval)"};
  double low = (*figure.ci95)[0];
  double high = (*figure.ci95)[1];
  if (as_amount && figure.value < 0) {
    std::swap(low, high);
    low = -low;
    high = -high;
  }
  return {fmt::format("（95% 置信区间 {} 至 {}，{}）", number(low, size), number(high, size), n.zh),
          fmt::format(" (95 % interval {} to {}, {})", number(low, size), number(high, size), n.en)};
}

}  // namespace shudao::experiment

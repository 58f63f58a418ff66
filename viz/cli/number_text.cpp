#include "viz/cli/number_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace shudao::cli {
namespace {

constexpr int kMostDecimals = 3;
constexpr double kSmallest = 0.001;  // What they can show.

/// Decimal place of the first significant digit: 0 for 1…9.99, −1 for 0.1…0.99.
int leading_place(double x) { return static_cast<int>(std::floor(std::log10(x))); }

/// Decimals that show `half` to one significant digit, or two if it begins with 1. Negative: tens, hundreds …
int decimals_for(double half) {
  int const place = leading_place(half);
  double const first = half / std::pow(10.0, place);
  return std::min(kMostDecimals, (first < 1.95 ? 1 : 0) - place);
}

double rounded(double value, int decimals) {
  double const scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}

std::string shown(double value, int decimals) {
  return decimal_text(decimals < 0 ? rounded(value, decimals) : value, std::max(decimals, 0));
}

int decimals_without_interval(double value) {
  if (std::abs(value) < 0.5 * kSmallest) return 0;
  return std::clamp(2 - leading_place(std::abs(value)), 0, kMostDecimals);
}

std::string spelled(experiment::Measure const& measure, double unit, char const* plus) {
  double const value = measure.value / unit;
  if (!std::isfinite(value)) return "–";
  char const* const sign = value >= 0.5 * kSmallest ? plus : "";
  if (!measure.ci95) return sign + shown(value, decimals_without_interval(value));
  double const half = ((*measure.ci95)[1] - (*measure.ci95)[0]) / 2.0 / unit;
  if (!(half >= 0.5 * kSmallest)) return sign + shown(value, decimals_without_interval(value));
  int const decimals = decimals_for(half);
  return sign + shown(value, decimals) + " ± " + shown(half, decimals);
}

}  // namespace

std::string decimal_text(double value, int decimals) {
  std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
  bool const is_negative = value < 0.0 && digits.find_first_not_of("0.") != std::string::npos;
  std::size_t const point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > 3;) digits.insert(at -= 3, 1, ',');
  return (is_negative ? "-" : "") + digits;
}

std::string number_text(experiment::Measure const& measure, double unit) { return spelled(measure, unit, ""); }

std::string signed_text(experiment::Measure const& measure, double unit) { return spelled(measure, unit, "+"); }

std::string percent_text(experiment::Measure const& measure) { return number_text(measure, 0.01) + " %"; }

std::string span_text(double seconds) {
  if (!(seconds < 1e8)) return "?";
  if (seconds < 90.0) return fmt::format("{:.0f} s", seconds);
  if (seconds < 5400.0) return fmt::format("{:.0f} min", seconds / 60.0);
  return fmt::format("{:.1f} h", seconds / 3600.0);
}

}  // namespace shudao::cli

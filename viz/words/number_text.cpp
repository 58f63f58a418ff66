#include "viz/words/number_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace shudao::viz {
namespace {

constexpr int kMostDecimals = 3, kMostDigits = 4;
constexpr double kSmallest = 0.001;  // What they can show.

/// Decimal place of the first significant digit: 0 for 1…9.99, −1 for 0.1…0.99.
int leading_place(double x) { return static_cast<int>(std::floor(std::log10(x))); }

/// Decimals that leave a number of this size as many digits as a table has. Negative: tens, hundreds …
int most_decimals(double size) { return std::min(kMostDecimals, kMostDigits - 1 - leading_place(size)); }

/// Decimals that show `half` to one significant digit, or two if it begins with 1.
int decimals_for(double half) {
  int const place = leading_place(half);
  double const first = half / std::pow(10.0, place);
  return (first < 1.95 ? 1 : 0) - place;
}

double rounded(double value, int decimals) {
  double const scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}

std::string shown(double value, int decimals) {
  return decimal_text(decimals < 0 ? rounded(value, decimals) : value, std::max(decimals, 0));
}

bool is_nought(std::string const& digits) { return digits.find_first_not_of("-0.") == std::string::npos; }

int decimals_without_interval(double value) {
  if (std::abs(value) < 0.5 * kSmallest) return 0;
  int const three_digits = std::max(0, 2 - leading_place(std::abs(value)));
  return std::min(three_digits, most_decimals(std::abs(value)));
}

/// Half the interval; 0 where there is none to show.
double half_of(experiment::Measure const& measure, double unit) {
  if (!measure.ci95 || measure.n < kFewestForInterval) return 0.0;
  double const half = ((*measure.ci95)[1] - (*measure.ci95)[0]) / 2.0 / unit;
  return half >= 0.5 * kSmallest ? half : 0.0;
}

/// Decimals of a finite number with at most so many significant digits.
int decimals_within(experiment::Measure const& measure, double unit, int digits) {
  double const value = measure.value / unit, half = half_of(measure, unit), size = std::max(half, std::abs(value));
  int const wanted = half > 0.0 ? std::min(decimals_for(half), most_decimals(size)) : decimals_without_interval(value);
  return size >= kSmallest ? std::min(wanted, digits - 1 - leading_place(size)) : wanted;
}

std::string spelled(experiment::Measure const& measure, double unit, char const* plus, int digits = kMostDigits) {
  double const value = measure.value / unit;
  if (!std::isfinite(value)) return "–";
  int const decimals = decimals_within(measure, unit, digits);
  std::string const figure = shown(value, decimals), spread = shown(half_of(measure, unit), decimals);
  char const* const sign = value > 0.0 && !is_nought(figure) ? plus : "";
  return sign + figure + (is_nought(spread) ? "" : " ± " + spread);
}

}  // namespace

std::string decimal_text(double value, int decimals) {
  std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
  bool const is_negative = value < 0.0 && digits.find_first_not_of("0.") != std::string::npos;
  std::size_t const point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > 3;) digits.insert(at -= 3, 1, ',');
  return (is_negative ? "-" : "") + digits;
}

std::string count_text(std::int64_t count) { return decimal_text(static_cast<double>(count), 0); }

int decimals_of(experiment::Measure const& measure, double unit) {
  return std::isfinite(measure.value) ? decimals_within(measure, unit, kMostDigits) : 0;
}

std::string number_text(experiment::Measure const& measure, double unit) { return spelled(measure, unit, ""); }

std::string quoted_text(experiment::Measure const& measure, double unit, int digits) {
  return spelled(measure, unit, "", digits);
}

std::string signed_text(experiment::Measure const& measure, double unit) { return spelled(measure, unit, "+"); }

std::string time_change_text(experiment::Measure const& hours, Language language) {
  constexpr double kLongestInHours = 72.0, kHoursPerDay = 24.0;
  bool const is_days = std::abs(hours.value) >= kLongestInHours;
  std::string const figure = signed_text(hours, is_days ? kHoursPerDay : 1.0);
  if (language == Language::zh) return figure + (is_days ? " 天" : " 小时");
  return figure + (is_days ? " d" : " h");
}

std::string at_least(std::int64_t unfinished) { return unfinished > 0 ? "≥ " : ""; }

std::string percent_text(experiment::Measure const& measure) { return number_text(measure, 0.01) + " %"; }

std::string span_text(double seconds) {
  if (!(seconds < 1e8)) return "?";
  if (seconds < 90.0) return fmt::format("{:.0f} s", seconds);
  if (seconds < 5400.0) return fmt::format("{:.0f} min", seconds / 60.0);
  return fmt::format("{:.1f} h", seconds / 3600.0);
}

std::string replications_text(std::int64_t count, Language language) {
  std::string const word{text(Key::replication, language)};
  if (language != Language::en) return fmt::format("{} {} 次", word, count);
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace shudao::viz

#include "sim/base/portable_math.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "sim/base/double_double.h"

// Table-driven reduction after Tang, "Table-driven implementation of the exponential function" (ACM TOMS 15, 1989) and
// "… of the logarithm function" (ACM TOMS 16, 1990). The tables are computed at compile time in double-double.

namespace shudao {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// ln 2 as a multiple of 2^-42, so that an exponent times it is exact, and the rest.
constexpr double kLn2High = 0x1.62e42fefa38p-1;
constexpr double kLn2Low = 0x1.ef35793c7673p-45;

double power_of_two(std::int64_t exponent) {  // for -1022 ≤ exponent ≤ 1023
  return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

// ---- exp -------------------------------------------------------------------------------------------------------

constexpr int kExpSteps = 64;
/// ln 2 / 64 as a multiple of 2^-42, and the rest.
constexpr double kStepHigh = 0x1.62e42fefap-7;
constexpr double kStepLow = 0x1.cf79abc9e3b3ap-46;

/// 2^(j/64) for j = 0 … 63.
constexpr auto kExpTable = [] {
  std::array<DoubleDouble, kExpSteps> table{};
  for (int j = 0; j < kExpSteps; ++j) {
    DoubleDouble const x = DoubleDouble{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56} * DoubleDouble{j / 64.0};
    DoubleDouble term{1.0}, sum{1.0};
    for (int n = 1; n < 28; ++n) {
      term = term * x / n;
      sum = sum + term;
    }
    table[static_cast<std::size_t>(j)] = sum;
  }
  return table;
}();

/// exp(high + low) for |low| ≪ |high|.
double exp_of(double high, double low) {
  if (!(high < 709.8)) return high != high ? kNaN : kInfinity;
  if (high < -745.2) return 0.0;
  constexpr double kRound = 0x1.8p52;  // adding and taking it away rounds to the nearest integer
  double const steps = (high * 0x1.71547652b82fep6 + kRound) - kRound;
  auto const step = static_cast<std::int64_t>(steps);
  double const r = (high - steps * kStepHigh) + (low - steps * kStepLow);
  double const r2 = r * r;
  double const p = r + r2 * ((0.5 + r * (1.0 / 6)) + r2 * ((1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720)));
  DoubleDouble const scale = kExpTable[static_cast<std::size_t>(step & (kExpSteps - 1))];
  double const mantissa = scale.high + (scale.low + scale.high * p);
  std::int64_t const exponent = step >> 6;
  if (exponent > 1000) return mantissa * power_of_two(exponent - 100) * 0x1p100;
  if (exponent > -1022) return mantissa * power_of_two(exponent);
  return mantissa * power_of_two(exponent + 100) * 0x1p-100;
}

// ---- log -------------------------------------------------------------------------------------------------------

constexpr int kLogSteps = 128;
/// The lower end of the reduced mantissa, 0.6875: then 1 lies between two steps and both take 1 as their centre.
constexpr std::uint64_t kLogStart = 0x3fe6000000000000;

struct LogStep {
  double inverse;   ///< A multiple of 1/512 near 1/z.
  double log_high;  ///< −log(inverse) as a multiple of 2^-42.
  double log_low;
};

constexpr auto kLogTable = [] {
  std::array<LogStep, kLogSteps> table{};
  for (std::size_t i = 0; i < kLogSteps; ++i) {
    double const centre = std::bit_cast<double>(kLogStart + (i << 45) + (std::uint64_t{1} << 44));
    bool const at_one = i == 79 || i == 80;
    int const inverse = at_one ? 512 : static_cast<int>(512.0 / centre + 0.5);
    // −log(m/512) = 2 artanh((512 − m)/(512 + m))
    DoubleDouble const s = DoubleDouble{512.0 - inverse} / (512.0 + inverse);
    DoubleDouble power = s, sum = s;
    for (int n = 3; n < 47; n += 2) {
      power = power * s * s;
      sum = sum + power / n;
    }
    double const high = (2.0 * sum.high + 0x1.8p10) - 0x1.8p10;
    table[i] = {inverse / 512.0, high, (2.0 * sum.high - high) + 2.0 * sum.low};
  }
  return table;
}();

/// log(x) = (table_high + r) + (table_low + r_low + series in r), the pieces of it.
struct LogParts {
  double table_high, table_low, r, r_low;
};

/// For x > 0 finite and |tail| ≤ ulp(x): the parts of log(x + tail).
LogParts log_parts(double x, double tail) {
  double exponent = 0.0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    exponent = -54.0;
  }
  std::uint64_t const above = std::bit_cast<std::uint64_t>(x) - kLogStart;
  auto const power = static_cast<std::int64_t>(above) >> 52;
  exponent += static_cast<double>(power);
  LogStep const& step = kLogTable[(above >> 45) & (kLogSteps - 1)];
  std::uint64_t const bits = kLogStart + (above & 0x000fffffffffffff);
  // z × inverse − 1 is exact in two pieces: the upper 41 bits of z and the rest.
  double const z = std::bit_cast<double>(bits);
  double const z_high = std::bit_cast<double>(bits & ~std::uint64_t{0xfff});
  double const r_high = z_high * step.inverse - 1.0;
  DoubleDouble r = two_sum(r_high, (z - z_high) * step.inverse);
  if (tail != 0.0) r = fast_two_sum(r.high, r.low + tail * power_of_two(-power) * step.inverse);
  return {exponent * kLn2High + step.log_high, exponent * kLn2Low + step.log_low, r.high, r.low};
}

/// (log(1 + r) − r + r²/2) / r³ for |r| < 2^-7.
double log_series(double r) {
  double const r2 = r * r;
  return ((1.0 / 3 - r * 0.25) + r2 * ((0.2 - r * (1.0 / 6)) + r2 * (1.0 / 7 - r * 0.125)));
}

double log_of(double x, double tail) {
  LogParts const parts = log_parts(x, tail);
  DoubleDouble const head = two_sum(parts.table_high, parts.r);
  double const r2 = parts.r * parts.r;
  double const series = r2 * (parts.r * log_series(parts.r) - 0.5);
  return head.high + (series + (head.low + (parts.table_low + parts.r_low)));
}

/// log(x) to about 68 bits, for x > 0 finite.
DoubleDouble log_twofold(double x) {
  LogParts const parts = log_parts(x, 0.0);
  double const r = parts.r;
  DoubleDouble const square = two_product(r, r);
  DoubleDouble const head = two_sum(parts.table_high, r);
  DoubleDouble const sum = two_sum(head.high, -0.5 * square.high);
  double const rest = parts.table_low + (parts.r_low - r * parts.r_low - 0.5 * square.low);
  return fast_two_sum(sum.high, sum.low + (head.low + (rest + square.high * r * log_series(r))));
}

// ---- pow -------------------------------------------------------------------------------------------------------

enum class Parity { fraction, even, odd };

Parity parity(double y) {
  double const size = std::fabs(y);
  if (size >= 0x1p53) return Parity::even;
  if (std::floor(size) != size) return Parity::fraction;
  return (static_cast<std::int64_t>(size) & 1) != 0 ? Parity::odd : Parity::even;
}

/// pow where x or y is 0, infinite or NaN (IEEE-754, 9.2.1).
double pow_special(double x, double y) {
  if (y == 0.0 || x == 1.0) return 1.0;
  if (x != x || y != y) return kNaN;
  double const size = std::fabs(x);
  if (std::fabs(y) == kInfinity) {
    if (size == 1.0) return 1.0;
    return (size > 1.0) == (y > 0.0) ? kInfinity : 0.0;
  }
  double const result = (size == 0.0) == (y > 0.0) ? 0.0 : kInfinity;
  return std::signbit(x) && parity(y) == Parity::odd ? -result : result;
}

double pow_positive(double x, double y) {
  DoubleDouble const log = log_twofold(x);
  double const size = y * log.high;
  if (size > 1000.0) return kInfinity;
  if (size < -1000.0) return 0.0;
  DoubleDouble const product = two_product(y, log.high);
  return exp_of(product.high, product.low + y * log.low);
}

}  // namespace

double portable_exp(double x) { return exp_of(x, 0.0); }

double portable_log(double x) {
  if (!(x > 0.0)) return x == 0.0 ? -kInfinity : kNaN;
  return x == kInfinity ? kInfinity : log_of(x, 0.0);
}

double portable_log1p(double x) {
  if (!(x > -1.0)) return x == -1.0 ? -kInfinity : kNaN;
  if (x == kInfinity || std::fabs(x) < 0x1p-54) return x;
  DoubleDouble const sum = two_sum(1.0, x);
  return log_of(sum.high, sum.high < 0x1p60 ? sum.low : 0.0);
}

double portable_pow(double x, double y) {
  double const size = std::fabs(x);
  if (!(size > 0.0 && size < kInfinity && std::fabs(y) < kInfinity) || y == 0.0) return pow_special(x, y);
  if (x > 0.0) return pow_positive(x, y);
  Parity const kind = parity(y);
  if (kind == Parity::fraction) return kNaN;
  return kind == Parity::odd ? -pow_positive(size, y) : pow_positive(size, y);
}

}  // namespace shudao

#include <cmath>
#include <cstdint>
#include <limits>

#include "sim/base/double_double.h"
#include "sim/base/portable_math.h"

// Argument reduction after Cody & Waite, "Software manual for the elementary functions" (1980), Taylor series inside.

namespace shudao {
namespace {

/// x = quarter × π/2 + r, |r| ≤ π/4.
struct Reduced {
  DoubleDouble r;
  unsigned quarter;
};

Reduced reduce(double x) {
  // π/2 in four pieces; the first three times a quarter count below 2^20 are exact.
  constexpr double kFirst = 0x1.921fb544p+0;
  constexpr double kSecond = 0x1.0b4611a6p-34;
  constexpr double kThird = 0x1.3198a2ep-69;
  constexpr double kFourth = 0x1.b839a252049c1p-104;
  constexpr double kRound = 0x1.8p52;
  double const quarters = (x * 0x1.45f306dc9c883p-1 + kRound) - kRound;
  DoubleDouble const two = two_sum(x - quarters * kFirst, -(quarters * kSecond));
  DoubleDouble const three = two_sum(two.high, two.low - quarters * kThird);
  DoubleDouble const r = two_sum(three.high, three.low - quarters * kFourth);
  return {r, static_cast<unsigned>(static_cast<std::int64_t>(quarters) & 3)};
}

double sine_near_zero(DoubleDouble r) {
  double const x = r.high;
  double const x2 = x * x;
  double const series =
      -1.0 / 6 +
      x2 * (1.0 / 120 +
            x2 * (-1.0 / 5040 + x2 * (1.0 / 362880 + x2 * (-1.0 / 39916800 + x2 * (1.0 / 6227020800.0 +
                                                                                   x2 * (-1.0 / 1307674368000.0 +
                                                                                         x2 / 355687428096000.0))))));
  return x + (x * x2 * series + r.low * (1.0 - 0.5 * x2));
}

double cosine_near_zero(DoubleDouble r) {
  double const x = r.high;
  double const x2 = x * x;
  double const series =
      1.0 / 24 +
      x2 * (-1.0 / 720 +
            x2 * (1.0 / 40320 +
                  x2 * (-1.0 / 3628800 +
                        x2 * (1.0 / 479001600 +
                              x2 * (-1.0 / 87178291200.0 + x2 * (1.0 / 20922789888000.0 - x2 / 6402373705728000.0))))));
  DoubleDouble const head = fast_two_sum(1.0, -0.5 * x2);
  return head.high + (head.low + (x2 * x2 * series - x * r.low));
}

double sine_of(double x, unsigned quarters_ahead) {
  if (!(std::fabs(x) <= 1e9)) return std::numeric_limits<double>::quiet_NaN();
  Reduced const reduced = reduce(x);
  unsigned const quarter = (reduced.quarter + quarters_ahead) & 3;
  double const size = (quarter & 1) != 0 ? cosine_near_zero(reduced.r) : sine_near_zero(reduced.r);
  return (quarter & 2) != 0 ? -size : size;
}

}  // namespace

double portable_sin(double x) { return std::fabs(x) < 0x1p-27 ? x : sine_of(x, 0); }
double portable_cos(double x) { return sine_of(x, 1); }

}  // namespace shudao

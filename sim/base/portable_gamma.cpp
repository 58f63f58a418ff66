#include <cmath>
#include <limits>

#include "sim/base/portable_math.h"

namespace shudao {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kRootTwoPi = 0x1.40d931ff62706p+1;
constexpr double kHalfLogTwoPi = 0x1.d67f1c864beb5p-1;
constexpr double kStirlingFrom = 12.0;

/// log Γ(x) − (x − ½) log x + x − ½ log 2π for x ≥ 12, to 1e-17 (Stirling's series, Abramowitz & Stegun 6.1.41).
double stirling_rest(double x) {
  double const x2 = 1.0 / (x * x);
  return (1.0 / 12 +
          x2 * (-1.0 / 360 +
                x2 * (1.0 / 1260 + x2 * (-1.0 / 1680 + x2 * (1.0 / 1188 + x2 * (-691.0 / 360360 + x2 / 156)))))) /
         x;
}

/// x (x+1) … up to the first factor ≥ 12, and where that left off: Γ(x) = Γ(end) / product.
struct Shift {
  double end, product;
};

Shift shift_up(double x) {
  Shift shift{x, 1.0};
  while (shift.end < kStirlingFrom) {
    shift.product *= shift.end;
    shift.end += 1.0;
  }
  return shift;
}

/// x^shape e^-x / Γ(shape + 1). For a large shape the big powers are cancelled by hand.
double leading_factor(double shape, double x) {
  if (shape < kStirlingFrom) return portable_exp(shape * portable_log(x) - x) / portable_gamma(shape + 1.0);
  double const excess = (x - shape) / shape;
  double const exponent = shape * (excess - portable_log1p(excess)) + stirling_rest(shape);
  return portable_exp(-exponent) / (kRootTwoPi * std::sqrt(shape));
}

/// P(shape, x) by its power series (Abramowitz & Stegun 6.5.29), for x < shape + 1.
double by_series(double shape, double x) {
  double term = 1.0, sum = 1.0;
  for (double n = shape + 1.0; term > sum * 0x1p-60; n += 1.0) {
    term *= x / n;
    sum += term;
  }
  return leading_factor(shape, x) * sum;
}

/// 1 − P(shape, x) by its continued fraction (Abramowitz & Stegun 6.5.31, even part) with Lentz's method.
double complement_by_fraction(double shape, double x) {
  double b = x + 1.0 - shape;
  double c = kInfinity;
  double d = 1.0 / b;
  double value = d;
  for (int n = 1; n < 1'000'000; ++n) {
    double const a = n * (shape - n);
    b += 2.0;
    d = 1.0 / (b + a * d);
    c = b + a / c;
    double const factor = c * d;
    value *= factor;
    if (std::fabs(factor - 1.0) < 0x1p-52) break;
  }
  return leading_factor(shape, x) * shape * value;
}

}  // namespace

double portable_gamma(double x) {
  if (!(x > 0.0)) return x == 0.0 ? kInfinity : kNaN;
  if (x > 171.7) return kInfinity;
  auto const [end, product] = shift_up(x);
  // The power is taken in two halves, for x^(x − ½) alone would overflow.
  double const half = portable_pow(end, 0.5 * end - 0.25);
  return half * portable_exp(-end) * half * (kRootTwoPi * portable_exp(stirling_rest(end))) / product;
}

double portable_log_gamma(double x) {
  if (!(x > 0.0)) return x == 0.0 ? kInfinity : kNaN;
  if (x == kInfinity) return kInfinity;
  if (x < kStirlingFrom) return portable_log(portable_gamma(x));
  return (x - 0.5) * portable_log(x) - x + (kHalfLogTwoPi + stirling_rest(x));
}

double portable_gamma_p(double shape, double x) {
  if (!(shape > 0.0) || !(x >= 0.0)) return kNaN;
  if (x == 0.0) return 0.0;
  if (x == kInfinity) return 1.0;
  return x < shape + 1.0 ? by_series(shape, x) : 1.0 - complement_by_fraction(shape, x);
}

}  // namespace shudao

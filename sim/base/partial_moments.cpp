#include "sim/base/partial_moments.h"

#include <algorithm>
#include <cmath>
#include <concepts>

#include "sim/base/portable_math.h"

namespace shudao {
namespace {

Moments operator+(Moments a, Moments b) { return {a.mass + b.mass, a.first + b.first, a.second + b.second}; }
Moments operator-(Moments a, Moments b) { return {a.mass - b.mass, a.first - b.first, a.second - b.second}; }
Moments operator*(Moments a, double factor) { return {a.mass * factor, a.first * factor, a.second * factor}; }

Moments point(double x, double mass) { return {mass, mass * x, mass * x * x}; }

/// Of a density that is linear from (a, at_a) to (b, at_b): Simpson's rule is exact up to cubes.
Moments linear_piece(double a, double b, double at_a, double at_b) {
  double const width = (b - a) / 6.0;
  return point(a, width * at_a) + point(0.5 * (a + b), width * 2.0 * (at_a + at_b)) + point(b, width * at_b);
}

// Moments of the part of a continuous distribution below x ≥ 0.

Moments below(Uniform const& u, double x) {
  double const density = 1.0 / (u.high - u.low);
  return linear_piece(u.low, std::clamp(x, u.low, u.high), density, density);
}

Moments below(Triangular const& t, double x) {
  double const peak = 2.0 / (t.high - t.low);
  Moments result;
  if (double const end = std::min(x, t.mode); end > t.low) {
    result = linear_piece(t.low, end, 0.0, peak * (end - t.low) / (t.mode - t.low));
  }
  if (double const end = std::min(x, t.high); end > t.mode) {
    result = result + linear_piece(t.mode, end, peak, peak * (t.high - end) / (t.high - t.mode));
  }
  return result;
}

Moments below(Gamma const& g, double x) {
  double const shape = 1.0 / (g.cv * g.cv);
  double const in_scales = x * shape / g.mean;
  return {portable_gamma_p(shape, in_scales), g.mean * portable_gamma_p(shape + 1.0, in_scales),
          g.mean * g.mean * (1.0 + g.cv * g.cv) * portable_gamma_p(shape + 2.0, in_scales)};
}

Moments below(Exponential const& e, double x) { return below(Gamma{e.mean, 1.0}, x); }

/// If X is Weibull then (X/scale)^shape is exponential, so partial moments of X are incomplete gamma functions.
Moments below(Weibull const& w, double x) {
  double const u = portable_pow(x / w.scale, w.shape);
  double const one = 1.0 + 1.0 / w.shape;
  double const two = 1.0 + 2.0 / w.shape;
  return {portable_gamma_p(1.0, u), w.scale * portable_gamma(one) * portable_gamma_p(one, u),
          w.scale * w.scale * portable_gamma(two) * portable_gamma_p(two, u)};
}

/// The standard normal distribution function; z²/2 is gamma-distributed with shape ½.
double normal_below(double z) {
  double const half = 0.5 * portable_gamma_p(0.5, 0.5 * z * z);
  return z < 0.0 ? 0.5 - half : 0.5 + half;
}

Moments below(Lognormal const& l, double x) {
  double const spread2 = portable_log1p(l.cv * l.cv);
  double const spread = std::sqrt(spread2);
  double const z = (portable_log(x / l.mean) + 0.5 * spread2) / spread;
  return {normal_below(z), l.mean * normal_below(z - spread),
          l.mean * l.mean * (1.0 + l.cv * l.cv) * normal_below(z - 2.0 * spread)};
}

template<class Kind>
concept Continuous = requires(Kind const& kind, double x) {
  { below(kind, x) } -> std::same_as<Moments>;
};

template<Continuous Kind>
Moments within(Kind const& kind, double low, double high) {
  if constexpr (std::same_as<Kind, Uniform> || std::same_as<Kind, Triangular>) {
    if (kind.low == kind.high) return low <= kind.low && kind.low <= high ? point(kind.low, 1.0) : Moments{};
  }
  return low < high ? below(kind, high) - below(kind, std::max(low, 0.0)) : Moments{};
}

Moments within(Constant const& c, double low, double high) {
  return low <= c.value && c.value <= high ? point(c.value, 1.0) : Moments{};
}

Moments within(Empirical const& e, double low, double high) {
  Moments sum;
  double total = 0.0;
  for (std::size_t i = 0; i < e.values.size(); ++i) {
    total += e.weights[i];
    if (low <= e.values[i] && e.values[i] <= high) sum = sum + point(e.values[i], e.weights[i]);
  }
  return sum * (1.0 / total);
}

Moments within(Truncated const& t, double low, double high) {
  Moments const part = partial_moments(*t.of, std::max(low, t.low), std::min(high, t.high));
  return part * (1.0 / partial_moments(*t.of, t.low, t.high).mass);
}

}  // namespace

Moments partial_moments(Distribution const& distribution, double low, double high) {
  return std::visit([&](auto const& kind) { return within(kind, low, high); }, distribution.kind());
}

}  // namespace shudao

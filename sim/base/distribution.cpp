#include "sim/base/distribution.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/partial_moments.h"
#include "sim/base/portable_math.h"

namespace shudao {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// ---- draws -----------------------------------------------------------------------------------------------------

/// Box & Muller, "A note on the generation of random normal deviates", Ann. Math. Stat. 29 (1958).
double normal(RandomStream& random) {
  double const radius = std::sqrt(-2.0 * portable_log(random.uniform()));
  return radius * portable_cos(0x1.921fb54442d18p+2 * random.uniform());
}

/// Scale 1, shape ≥ 1: Marsaglia & Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).
double gamma_of_shape(double shape, RandomStream& random) {
  double const d = shape - 1.0 / 3.0;
  double const c = 1.0 / std::sqrt(9.0 * d);
  for (;;) {
    double const x = normal(random);
    double const root = 1.0 + c * x;
    if (root <= 0.0) continue;
    double const v = root * root * root;
    double const log_uniform = portable_log(random.uniform());
    if (log_uniform < 0.5 * x * x + d - d * v + d * portable_log(v)) return d * v;
  }
}

double draw(Constant const& c, RandomStream&) { return c.value; }

double draw(Uniform const& u, RandomStream& random) { return u.low + (u.high - u.low) * random.uniform(); }

double draw(Triangular const& t, RandomStream& random) {
  double const u = random.uniform();
  double const width = t.high - t.low;
  if (u * width < t.mode - t.low) return t.low + std::sqrt(u * width * (t.mode - t.low));
  return t.high - std::sqrt((1.0 - u) * width * (t.high - t.mode));
}

double draw(Exponential const& e, RandomStream& random) { return -e.mean * portable_log(random.uniform()); }

double draw(Gamma const& g, RandomStream& random) {
  double const shape = 1.0 / (g.cv * g.cv);
  double const scale = g.mean / shape;
  if (shape >= 1.0) return scale * gamma_of_shape(shape, random);
  double const above = gamma_of_shape(shape + 1.0, random);
  return scale * above * portable_pow(random.uniform(), 1.0 / shape);
}

double draw(Lognormal const& l, RandomStream& random) {
  double const spread2 = portable_log1p(l.cv * l.cv);
  return l.mean * portable_exp(std::sqrt(spread2) * normal(random) - 0.5 * spread2);
}

double draw(Weibull const& w, RandomStream& random) {
  return w.scale * portable_pow(-portable_log(random.uniform()), 1.0 / w.shape);
}

double draw(Empirical const& e, RandomStream& random) {
  double total = 0.0;
  for (double const weight : e.weights) total += weight;
  double left = total * random.uniform();
  std::size_t last = 0;
  for (std::size_t i = 0; i < e.values.size(); ++i) {
    if (e.weights[i] <= 0.0) continue;
    last = i;
    left -= e.weights[i];
    if (left < 0.0) break;
  }
  return e.values[last];
}

double draw(Truncated const& t, RandomStream& random) {
  for (;;) {
    double const value = t.of->sample(random);
    if (t.low <= value && value <= t.high) return value;
  }
}

// ---- moments and support ---------------------------------------------------------------------------------------

struct Shape {
  double mean, variance, lower, upper;
};

double square(double x) { return x * x; }

Shape shape(Constant const& c) { return {c.value, 0.0, c.value, c.value}; }

Shape shape(Uniform const& u) { return {0.5 * (u.low + u.high), square(u.high - u.low) / 12.0, u.low, u.high}; }

Shape shape(Triangular const& t) {
  double const squares = square(t.mode - t.low) + square(t.high - t.mode) + square(t.high - t.low);
  return {(t.low + t.mode + t.high) / 3.0, squares / 36.0, t.low, t.high};
}

Shape shape(Exponential const& e) { return {e.mean, square(e.mean), 0.0, kInfinity}; }
Shape shape(Gamma const& g) { return {g.mean, square(g.mean * g.cv), 0.0, kInfinity}; }
Shape shape(Lognormal const& l) { return {l.mean, square(l.mean * l.cv), 0.0, kInfinity}; }

Shape shape(Weibull const& w) {
  double const first = portable_gamma(1.0 + 1.0 / w.shape);
  double const second = portable_gamma(1.0 + 2.0 / w.shape);
  return {w.scale * first, square(w.scale) * (second - square(first)), 0.0, kInfinity};
}

Shape shape(Empirical const& e) {
  Shape result{0.0, 0.0, kInfinity, 0.0};
  double total = 0.0;
  for (std::size_t i = 0; i < e.values.size(); ++i) {
    if (e.weights[i] <= 0.0) continue;
    total += e.weights[i];
    result.mean += e.weights[i] * e.values[i];
    result.lower = std::min(result.lower, e.values[i]);
    result.upper = std::max(result.upper, e.values[i]);
  }
  result.mean /= total;
  for (std::size_t i = 0; i < e.values.size(); ++i) {
    result.variance += e.weights[i] / total * square(e.values[i] - result.mean);
  }
  return result;
}

Shape shape(Truncated const& t) {
  Moments const part = partial_moments(*t.of, t.low, t.high);
  double const mean = part.first / part.mass;
  double const variance = std::max(0.0, part.second / part.mass - square(mean));
  return {mean, variance, std::max(t.low, t.of->lower()), std::min(t.high, t.of->upper())};
}

Shape shape_of(Distribution const& distribution) {
  return std::visit([](auto const& kind) { return shape(kind); }, distribution.kind());
}

// ---- faults ----------------------------------------------------------------------------------------------------

bool is_finite(double x) { return std::fabs(x) < kInfinity; }

char const* fault(Constant const& c) { return c.value >= 0.0 && is_finite(c.value) ? "" : "the value must be ≥ 0"; }

char const* fault(Uniform const& u) {
  if (!(u.low >= 0.0)) return "low must be ≥ 0";
  return u.low <= u.high && is_finite(u.high) ? "" : "low must not exceed high";
}

char const* fault(Triangular const& t) {
  if (!(t.low >= 0.0)) return "low must be ≥ 0";
  if (!(t.low <= t.high && is_finite(t.high))) return "low must not exceed high";
  return t.low <= t.mode && t.mode <= t.high ? "" : "the mode must lie between low and high";
}

char const* fault(Exponential const& e) { return e.mean > 0.0 && is_finite(e.mean) ? "" : "the mean must be > 0"; }

char const* fault_of_mean_and_cv(double mean, double cv) {
  if (!(mean > 0.0 && is_finite(mean))) return "the mean must be > 0";
  return cv >= 1e-3 && cv <= 100.0 ? "" : "the coefficient of variation must lie between 0.001 and 100";
}

char const* fault(Gamma const& g) { return fault_of_mean_and_cv(g.mean, g.cv); }
char const* fault(Lognormal const& l) { return fault_of_mean_and_cv(l.mean, l.cv); }

char const* fault(Weibull const& w) {
  if (!(w.scale > 0.0 && is_finite(w.scale))) return "the scale must be > 0";
  return w.shape >= 0.05 && w.shape <= 1000.0 ? "" : "the shape must lie between 0.05 and 1000";
}

char const* fault(Empirical const& e) {
  if (e.values.empty()) return "there must be at least one value";
  if (e.values.size() != e.weights.size()) return "there must be as many weights as values";
  auto const is_good = [](double x) { return x >= 0.0 && is_finite(x); };
  if (!std::all_of(e.values.begin(), e.values.end(), is_good)) return "no value may be negative";
  if (!std::all_of(e.weights.begin(), e.weights.end(), is_good)) return "no weight may be negative";
  double total = 0.0;
  for (double const weight : e.weights) total += weight;
  return total > 0.0 && is_finite(total) ? "" : "the weights must not sum to 0";
}

char const* fault(Truncated const& t) {
  constexpr double kLeastMass = 1e-3;  // draws are repeated until one falls inside
  if (t.of == nullptr) return "there must be a distribution to truncate";
  if (char const* inner = fault_of(*t.of); *inner != '\0') return inner;
  if (!(t.low >= 0.0)) return "low must be ≥ 0";
  if (!(t.low <= t.high)) return "low must not exceed high";
  bool const has_mass = partial_moments(*t.of, t.low, t.high).mass >= kLeastMass;
  return has_mass ? "" : "the interval must hold at least 0.1 % of the distribution";
}

}  // namespace

double Distribution::sample(RandomStream& random) const {
  return std::visit([&](auto const& kind) { return draw(kind, random); }, kind_);
}

double Distribution::mean() const { return shape_of(*this).mean; }
double Distribution::variance() const { return shape_of(*this).variance; }
double Distribution::lower() const { return shape_of(*this).lower; }
double Distribution::upper() const { return shape_of(*this).upper; }

char const* fault_of(Distribution const& distribution) {
  return std::visit([](auto const& kind) { return fault(kind); }, distribution.kind());
}

}  // namespace shudao

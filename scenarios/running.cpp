#include <algorithm>

#include "scenarios/scenario.h"
#include "sim/base/portable_math.h"

namespace shudao::scenarios {

namespace {

constexpr double kLongest_h = 1e5;

Duration bounded(double hours) { return Duration::from_h(std::min(hours, kLongest_h)); }

// The mean of 1/v, exactly where a closed form is short, else to second order around the mean (delta method).
double mean_of_inverse(Distribution const& v) {
  double const mean = v.mean();
  return (1.0 + v.variance() / (mean * mean)) / mean;
}

double mean_of_inverse(Uniform const& u) {
  if (!(u.high > u.low)) return 1.0 / u.low;
  return portable_log(u.high / u.low) / (u.high - u.low);
}

/// ∫ (v − a)/v dv over [a, m], divided by (m − a): the share of one side of a triangle.
double side_of_triangle(double a, double m) { return a == m ? 0.0 : 1.0 - a * portable_log(m / a) / (m - a); }

double mean_of_inverse(Triangular const& t) {
  if (!(t.high > t.low)) return 1.0 / t.low;
  double const rising = side_of_triangle(t.low, t.mode);
  double const falling = t.high == t.mode ? 0.0 : t.high * portable_log(t.high / t.mode) / (t.high - t.mode) - 1.0;
  return 2.0 * (rising + falling) / (t.high - t.low);
}

double mean_of_inverse(Empirical const& e) {
  double sum = 0;
  double weight = 0;
  for (std::size_t i = 0; i < e.values.size(); ++i) {
    sum += e.weights[i] / e.values[i];
    weight += e.weights[i];
  }
  return sum / weight;
}

double mean_inverse(Distribution const& v) {
  if (!(v.lower() > 0)) return mean_of_inverse(v);
  if (auto const* u = std::get_if<Uniform>(&v.kind())) return mean_of_inverse(*u);
  if (auto const* t = std::get_if<Triangular>(&v.kind())) return mean_of_inverse(*t);
  if (auto const* e = std::get_if<Empirical>(&v.kind())) return mean_of_inverse(*e);
  return mean_of_inverse(v);
}

}  // namespace

double Link::fastest_hour() const {
  return speed_by_hour.empty() ? 1.0 : *std::max_element(speed_by_hour.begin(), speed_by_hour.end());
}

Duration Link::fastest_run(Running const& by) const {
  Duration const usual = by.fastest(distance);
  if (speed_by_hour.empty()) return usual;
  // Rounded down: a promise must not be longer than any run.
  return Duration::from_ms(static_cast<std::int64_t>(static_cast<double>(usual.ms()) / fastest_hour()));
}

double Link::mean_slowness() const {
  if (speed_by_hour.empty()) return 1.0;
  double sum = 0;
  for (double const factor : speed_by_hour) sum += 1.0 / factor;
  return sum / static_cast<double>(speed_by_hour.size());
}

Duration Running::fastest(Distance distance) const {
  return bounded(is_speed ? to_km(distance) / value.upper() : value.lower());
}

double Running::mean_h(Distance distance) const {
  return is_speed ? to_km(distance) * mean_inverse(value) : value.mean();
}

Duration Running::sample(Distance distance, RandomStream& random) const {
  double const drawn = value.sample(random);
  Duration const time = bounded(is_speed ? to_km(distance) / drawn : drawn);
  return std::max({time, fastest(distance), Duration::from_ms(1)});
}

}  // namespace shudao::scenarios

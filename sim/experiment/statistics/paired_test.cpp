#include "sim/experiment/statistics/paired_test.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "sim/experiment/statistics/t_interval.h"

namespace shudao::experiment {
namespace {

constexpr std::int64_t kFewestForTest = 3;
/// Sums of the same numbers in another order differ by less than this share.
constexpr double kRounding = 1e-12;

double to_nine_decimals(double p) { return std::floor(p * 1e9 + 0.5) / 1e9; }

double difference_of(double base, double alternative) {
  double const difference = alternative - base;
  return std::abs(difference) <= kRounding * std::max(std::abs(base), std::abs(alternative)) ? 0 : difference;
}

/// Where all differences are the same, t has no error to divide by, and a measure of few values (a share) may well come
/// out the same by chance: then only the signs speak, n of n to one side (sign test, two-sided).
double p_of(std::vector<double> const& differences, double mean) {
  double const error = std::sqrt(variance_of(differences) / static_cast<double>(differences.size()));
  if (error == 0 && mean == 0) return 1;
  if (error == 0) return to_nine_decimals(std::ldexp(1.0, 1 - static_cast<int>(differences.size())));
  return two_sided_p(mean / error, static_cast<int>(differences.size()) - 1);
}

std::vector<double> observed(std::vector<Measure> const& measures) {
  std::vector<double> values;
  for (Measure const& measure : measures)
    if (measure.n > 0) values.push_back(measure.value);
  return values;
}

}  // namespace

double two_sided_p(double t, int degrees_of_freedom) {
  boost::math::students_t const distribution{static_cast<double>(degrees_of_freedom)};
  return to_nine_decimals(2 * boost::math::cdf(boost::math::complement(distribution, std::abs(t))));
}

PairedTest paired_test(std::vector<Measure> const& base, std::vector<Measure> const& alternative) {
  std::vector<double> before, after, differences;
  for (std::size_t i = 0; i < base.size(); ++i) {
    if (base[i].n == 0 || alternative[i].n == 0) continue;
    before.push_back(base[i].value);
    after.push_back(alternative[i].value);
    differences.push_back(difference_of(base[i].value, alternative[i].value));
  }
  PairedTest test;
  test.base = t_interval(before.empty() ? observed(base) : before);
  test.alternative = t_interval(after.empty() ? observed(alternative) : after);
  test.difference = t_interval(differences);
  test.is_exactly_equal =
      !differences.empty() && std::all_of(differences.begin(), differences.end(), [](double d) { return d == 0; });
  if (test.difference.n >= kFewestForTest) test.p = p_of(differences, test.difference.value);
  return test;
}

std::vector<double> holm_adjusted(std::vector<double> const& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.size());
  double largest = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    largest = std::max(largest, std::min(1.0, static_cast<double>(p.size() - i) * p[order[i]]));
    adjusted[order[i]] = largest;
  }
  return adjusted;
}

}  // namespace shudao::experiment

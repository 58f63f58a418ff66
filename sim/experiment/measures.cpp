#include "sim/experiment/measures.h"

#include <cmath>
#include <vector>

#include "sim/experiment/t_quantile.h"

namespace shudao::experiment {
namespace {

/// Differences from the first value are averaged, so that equal values have exactly themselves as mean.
double mean_of(std::span<double const> values) {
  double sum = 0;
  for (double const value : values) sum += value - values.front();
  return values.front() + sum / static_cast<double>(values.size());
}

double sum_of_products(std::span<double const> a, double mean_a, std::span<double const> b, double mean_b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
  return sum;
}

}  // namespace

Measure single(double value) { return {value, std::nullopt, 1}; }
Measure planned(double value) { return {value, std::nullopt, 0}; }
Measure unobserved() { return {}; }
Measure quotient(double part, double whole) { return whole == 0 ? unobserved() : single(part / whole); }

Measure per_year(std::int64_t count, Duration window) {
  return quotient(static_cast<double>(count) * static_cast<double>(kYearMs), static_cast<double>(window.ms()));
}

Measure over_replications(std::span<Measure const> measures) {
  std::vector<double> values;
  for (Measure const& measure : measures) {
    if (measure.n > 0) values.push_back(measure.value);
  }
  if (values.empty()) return measures.empty() ? unobserved() : planned(measures.front().value);
  auto const n = static_cast<std::int64_t>(values.size());
  Measure result{mean_of(values), std::nullopt, n};
  if (n < 2) return result;
  double const variance = sum_of_products(values, result.value, values, result.value) / static_cast<double>(n - 1);
  double const half = t_quantile_975(static_cast<int>(n - 1)) * std::sqrt(variance / static_cast<double>(n));
  result.ci95 = {result.value - half, result.value + half};
  return result;
}

double correlation(std::span<double const> a, std::span<double const> b) {
  if (a.size() < 2 || a.size() != b.size()) return 0;
  double const mean_a = mean_of(a);
  double const mean_b = mean_of(b);
  double const scale = sum_of_products(a, mean_a, a, mean_a) * sum_of_products(b, mean_b, b, mean_b);
  return scale > 0 ? sum_of_products(a, mean_a, b, mean_b) / std::sqrt(scale) : 0;
}

}  // namespace shudao::experiment

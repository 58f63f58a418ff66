#include "sim/experiment/statistics/t_interval.h"

#include <cmath>
#include <numeric>
#include <vector>

#include "sim/experiment/statistics/t_quantile.h"

namespace shudao::experiment {

/// Differences from the first value are averaged, so that equal values have exactly themselves as mean.
double mean_of(std::span<double const> values) {
  double sum = 0;
  for (double const value : values) sum += value - values.front();
  return values.front() + sum / static_cast<double>(values.size());
}

double sum_of_products(std::span<double const> a, std::span<double const> b) {
  double const mean_a = mean_of(a);
  double const mean_b = mean_of(b);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
  return sum;
}

double variance_of(std::span<double const> values) {
  return sum_of_products(values, values) / static_cast<double>(values.size() - 1);
}

Measure t_interval(std::span<double const> values) {
  if (values.empty()) return {};
  auto const n = static_cast<std::int64_t>(values.size());
  Measure result{mean_of(values), std::nullopt, n};
  if (n < 2) return result;
  double const half = t_quantile_975(static_cast<int>(n - 1)) * std::sqrt(variance_of(values) / static_cast<double>(n));
  result.ci95 = {result.value - half, result.value + half};
  return result;
}

Measure ratio_interval(std::span<double const> numerators, std::span<double const> denominators) {
  auto const n = static_cast<double>(numerators.size());
  double const over = std::accumulate(numerators.begin(), numerators.end(), 0.0);
  double const under = std::accumulate(denominators.begin(), denominators.end(), 0.0);
  if (under == 0) return {};
  if (numerators.size() < 2) return {over / under, std::nullopt, static_cast<std::int64_t>(numerators.size())};
  std::vector<double> pseudo_values;
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    if (under - denominators[i] == 0) return {};
    pseudo_values.push_back(n * over / under - (n - 1) * (over - numerators[i]) / (under - denominators[i]));
  }
  return t_interval(pseudo_values);
}

}  // namespace shudao::experiment

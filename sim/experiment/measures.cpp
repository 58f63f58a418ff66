#include "sim/experiment/measures.h"

#include <cmath>
#include <vector>

#include "sim/experiment/statistics/t_interval.h"

namespace shudao::experiment {

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
  return t_interval(values);
}

double correlation(std::span<double const> a, std::span<double const> b) {
  if (a.size() < 2 || a.size() != b.size()) return 0;
  double const scale = sum_of_products(a, a) * sum_of_products(b, b);
  return scale > 0 ? sum_of_products(a, b) / std::sqrt(scale) : 0;
}

}  // namespace shudao::experiment

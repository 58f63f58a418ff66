#include "sim/experiment/statistics/crossed_variance.h"

#include <algorithm>
#include <boost/math/distributions/fisher_f.hpp>

#include "sim/experiment/statistics/t_interval.h"

namespace shudao::experiment {
namespace {

/// Residuals smaller than this share of the rows' spread are rounding.
constexpr double kRounding = 1e-20;

std::vector<double> column_means(std::vector<std::vector<double>> const& rows) {
  std::vector<double> means(rows.front().size());
  for (std::size_t c = 0; c < means.size(); ++c) {
    for (auto const& row : rows) means[c] += row[c];
    means[c] /= static_cast<double>(rows.size());
  }
  return means;
}

double f_test(double ms_rows, double ms_residual, double df_rows, double df_residual) {
  if (ms_residual <= kRounding * ms_rows) return ms_rows > 0 ? 0 : 1;
  boost::math::fisher_f const distribution{df_rows, df_residual};
  return boost::math::cdf(boost::math::complement(distribution, ms_rows / ms_residual));
}

}  // namespace

CrossedVariance crossed_variance(std::vector<std::vector<double>> const& rows) {
  auto const n = static_cast<double>(rows.size()), k = static_cast<double>(rows.front().size());
  std::vector<double> const columns = column_means(rows);
  double const all = mean_of(columns);
  std::vector<double> means, within;
  double residual = 0;
  for (auto const& row : rows) {
    means.push_back(mean_of(row));
    within.push_back(variance_of(row));
    for (std::size_t c = 0; c < row.size(); ++c) {
      double const rest = row[c] - means.back() - columns[c] + all;
      residual += rest * rest;
    }
  }
  double const ms_residual = residual / ((n - 1) * (k - 1)), ms_rows = k * variance_of(means);
  return {std::max(0.0, (ms_rows - ms_residual) / k), mean_of(within),
          f_test(ms_rows, ms_residual, n - 1, (n - 1) * (k - 1))};
}

}  // namespace shudao::experiment

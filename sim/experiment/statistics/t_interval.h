#pragma once
#include <span>

#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

/// The arithmetic mean; of equal values exactly their value. At least one value.
double mean_of(std::span<double const> values);

/// Σ (a − mean a)(b − mean b) over values of equal number.
double sum_of_products(std::span<double const> a, std::span<double const> b);

/// The sample variance, with n − 1; at least two values.
double variance_of(std::span<double const> values);

/// The mean of independent values, one a replication, with the 95 % interval of Student's t; no interval from fewer
/// than two, n = 0 from none.
Measure t_interval(std::span<double const> values);

/// Mean of the numerators over mean of the denominators, one of each a replication: the ratio that the long run tends
/// to, with the bias and the 95 % interval of the jackknife over replications (Miller, "The jackknife – a review",
/// Biometrika 61, 1974). Unobserved (n = 0) where the denominators, or all but one of them, sum to 0.
Measure ratio_interval(std::span<double const> numerators, std::span<double const> denominators);

}  // namespace shudao::experiment

#pragma once
#include <span>

#include "sim/base/time.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

inline constexpr std::int64_t kYearMs = 31'556'952'000;  ///< 365.2425 days, the Gregorian mean.

/// What one replication found.
Measure single(double value);
/// A planning figure: computed, not simulated.
Measure planned(double value);
/// What nothing was observed of: n = 0.
Measure unobserved();
/// The quotient, or unobserved() where there is nothing to divide by.
Measure quotient(double part, double whole);
/// Something counted in the window, per year.
Measure per_year(std::int64_t count, Duration window);

/// One measure over replications: the mean of those that observed it (n > 0), with the 95 % interval of Student's t,
/// whose unit is the replication; no interval from fewer than two. The mean is exact where all agree.
Measure over_replications(std::span<Measure const>);

/// Pearson's correlation over pairs; 0 where one side does not vary or there are fewer than two pairs.
double correlation(std::span<double const> a, std::span<double const> b);

}  // namespace shudao::experiment

#pragma once
#include "sim/experiment/statistics/morris.h"

namespace shudao::experiment {

/// Saltelli's points for Sobol indices (Saltelli et al., Computer Physics Communications 181, 2010): for each of
/// `samples` rows the point A, the point B, and A with one input after the other taken from B. Points come from Sobol's
/// sequence (Boost), its zero left out. inputs in 1 … 500, samples ≥ 2, best a power of two.
Points sobol_points(std::size_t inputs, std::size_t samples);

struct SobolIndex {
  Measure first;  ///< Share of the variance that the input explains alone.
  Measure total;  ///< Share that it has a part in; never below 0.
};

/// First-order and total indices of each input by Jansen's estimators (Computer Physics Communications 117, 1999), with
/// 95 % intervals from 1,000 bootstrap samples of the rows (percentiles), drawn by `seed`; n = samples. All 0 where
/// the output does not vary. Outputs in the order of the points.
std::vector<SobolIndex> sobol_indices(std::size_t inputs, std::span<double const> outputs, std::uint64_t seed);

}  // namespace shudao::experiment

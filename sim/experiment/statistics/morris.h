#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

/// Points of the unit cube in which a model is to be run.
using Points = std::vector<std::vector<double>>;

/// Morris' screening ("Factorial sampling plans for preliminary computational experiments", Technometrics 33, 1991):
/// `trajectories` walks from a random point of the grid {0, 1/3, 2/3, 1}, each changing one input after the other by
/// 2/3, in a random order. (inputs + 1) points a walk, walk by walk. inputs ≥ 1, trajectories ≥ 2.
Points morris_points(std::size_t inputs, int trajectories, std::uint64_t seed);

struct MorrisEffect {
  Measure mean;       ///< μ: of the elementary effects, over trajectories; per range of the input.
  Measure absolute;   ///< μ*: of their absolute values (Campolongo, Cariboni and Saltelli, 2007): the influence.
  double spread = 0;  ///< σ: their standard deviation; against μ* it tells of bends and interactions.
};

/// The effects of each input, from the outputs of the model in the points, in their order.
std::vector<MorrisEffect> morris_effects(Points const&, std::span<double const> outputs);

}  // namespace shudao::experiment

#pragma once
#include <vector>

#include "sim/experiment/results.h"

namespace shudao::experiment {

/// Writes the yearly min-cut of every corridor, a planning figure, and its words into the corridors of a result.
void add_min_cuts(scenarios::Scenario const&, std::vector<CorridorResult>&);

}  // namespace shudao::experiment

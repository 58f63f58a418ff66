#pragma once
#include <vector>

#include "sim/experiment/figures/corridor_figures.h"

namespace shudao::experiment {

/// What figures show of one scenario beyond its tables.
struct Figures {
  std::vector<CorridorFigures> corridors;
};

}  // namespace shudao::experiment

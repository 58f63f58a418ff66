#pragma once
#include <vector>

#include "sim/experiment/figures/corridor_figures.h"
#include "sim/experiment/figures/link_flows.h"
#include "sim/experiment/figures/timelines.h"
#include "sim/experiment/figures/vehicle_runs.h"

namespace shudao::experiment {

/// What figures show of one scenario beyond its tables.
struct Figures {
  std::vector<CorridorFigures> corridors;
  Timelines timelines;
  std::vector<LinkFlow> link_flows;  ///< After merging: those that carry anything.
  std::vector<VehicleRun> runs;      ///< Of replication 0.
};

}  // namespace shudao::experiment

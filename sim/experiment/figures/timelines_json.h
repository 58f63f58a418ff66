#pragma once
#include <nlohmann/json_fwd.hpp>

#include "sim/experiment/figures/timelines.h"
#include "sim/experiment/figures/vehicle_runs.h"

namespace shudao::experiment {

// Parts of figures_json.h.
nlohmann::json json_of(Timelines const&);
nlohmann::json json_of(std::vector<VehicleRun> const&);
void read(nlohmann::json const&, Timelines&);
void read(nlohmann::json const&, std::vector<VehicleRun>&);

}  // namespace shudao::experiment

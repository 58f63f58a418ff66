#pragma once
#include <nlohmann/json_fwd.hpp>

#include "scenarios/scenario.h"

namespace shudao::viz::report {

/// Geometries of RFC 7946: WGS84, longitude before latitude, seven decimals (1 cm) at most.
nlohmann::ordered_json point_of(scenarios::Place const&);
/// The schematic line of a link over its waypoints; in parts where it crosses the antimeridian.
nlohmann::ordered_json line_of(scenarios::Scenario const&, scenarios::Link const&);

}  // namespace shudao::viz::report

#pragma once
#include <string>

#include "scenarios/scenario.h"
#include "viz/cli/network_facts.h"

namespace shudao::viz::cli {

/// {schema_version, scenario, title, places, links, services, connectivity, corridors}; docs/reference/json.md.
std::string network_json(scenarios::Scenario const&, NetworkFacts const&);

/// RFC 7946 FeatureCollection: places as points, links as lines through their schematic waypoints, WGS84, longitude
/// first; a line over the antimeridian is cut there. Carries the caption that every map must have.
std::string geojson_text(scenarios::Scenario const&);

}  // namespace shudao::viz::cli

#pragma once
#include <utility>
#include <vector>

#include "scenarios/scenario.h"

namespace shudao::experiment {

/// A route of a flow, link by link, with what every TEU pays and emits on it. n links join n + 1 places.
struct RouteShape {
  std::vector<scenarios::LinkId> links;
  std::vector<scenarios::PlaceId> places;
  std::vector<std::size_t> boardings;    ///< Number of the first link of each leg.
  std::vector<double> km;                ///< By place, from the first.
  std::vector<double> tariff_fen;        ///< Per TEU, by link: that of the ride, less its subsidy, spread by distance.
  std::vector<double> co2e_g;            ///< Per TEU, by link.
  std::vector<double> handling_in_fen;   ///< Per TEU, by place: unloading.
  std::vector<double> handling_out_fen;  ///< Per TEU, by place: loading.
};
RouteShape shape_of(scenarios::Scenario const&, scenarios::Flow const&, scenarios::Route const&);

/// Routes of the flows of one corridor that pass the same links and change vehicles at the same places.
struct Chain {
  std::vector<std::pair<scenarios::FlowId, std::size_t>> routes;
};
/// All chains of the corridor, in the order of its flows and their routes.
std::vector<Chain> chains_of(scenarios::Scenario const&, scenarios::Corridor const&);

}  // namespace shudao::experiment

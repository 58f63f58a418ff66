#include "sim/experiment/figures/chains.h"

#include <algorithm>

namespace shudao::experiment {
namespace {

using scenarios::Scenario;

double handling_fen(Scenario const& scenario, scenarios::PlaceId place, scenarios::Mode mode) {
  for (scenarios::Handling const& handling : scenario.places[place].handling) {
    if (handling.mode == mode) return static_cast<double>(handling.cost_per_teu.count());
  }
  return 0;
}

/// Links and places of one leg, and its carriage by link.
void add_leg(RouteShape& shape, Scenario const& scenario, scenarios::Flow const& flow, scenarios::RouteLeg const& leg) {
  scenarios::Service const& service = scenario.services[leg.service];
  shape.boardings.push_back(shape.links.size());
  double leg_km = 0;
  for (std::uint32_t stop = leg.board; stop < leg.leave; ++stop) {
    leg_km += to_km(scenario.links[service.stops[stop].onward].distance);
  }
  double const fixed_fen = static_cast<double>((service.tariff_per_teu - service.subsidy_per_teu).count());
  for (std::uint32_t stop = leg.board; stop < leg.leave; ++stop) {
    scenarios::LinkId const link = service.stops[stop].onward;
    double const km = to_km(scenario.links[link].distance);
    double const part = leg_km > 0 ? km / leg_km : 1.0 / (leg.leave - leg.board);
    shape.links.push_back(link);
    shape.places.push_back(service.stops[stop + 1].place);
    shape.km.push_back(shape.km.back() + km);
    shape.tariff_fen.push_back(fixed_fen * part + service.tariff_cny_per_teu_km * km * 100.0);
    shape.co2e_g.push_back(service.co2e_g_per_tkm * flow.tonnes_per_teu * km);
    shape.handling_in_fen.push_back(0);
    shape.handling_out_fen.push_back(0);
  }
}

}  // namespace

RouteShape shape_of(Scenario const& scenario, scenarios::Flow const& flow, scenarios::Route const& route) {
  RouteShape shape;
  shape.places.push_back(flow.from);
  shape.km.push_back(0);
  shape.handling_in_fen.push_back(0);
  shape.handling_out_fen.push_back(0);
  for (scenarios::RouteLeg const& leg : route.legs) {
    scenarios::Mode const mode = scenario.services[leg.service].mode;
    shape.handling_out_fen.back() = handling_fen(scenario, shape.places.back(), mode);
    add_leg(shape, scenario, flow, leg);
    shape.handling_in_fen.back() = handling_fen(scenario, shape.places.back(), mode);
  }
  return shape;
}

std::vector<Chain> chains_of(Scenario const& scenario, scenarios::Corridor const& corridor) {
  std::vector<Chain> chains;
  std::vector<RouteShape> shapes;
  for (scenarios::FlowId const id : corridor.flows) {
    scenarios::Flow const& flow = scenario.flows[id];
    for (std::size_t route = 0; route < flow.routes.size(); ++route) {
      RouteShape shape = shape_of(scenario, flow, flow.routes[route]);
      auto const same = std::find_if(shapes.begin(), shapes.end(), [&](RouteShape const& known) {
        return known.links == shape.links && known.boardings == shape.boardings;
      });
      auto const index = static_cast<std::size_t>(same - shapes.begin());
      if (same == shapes.end()) {
        shapes.push_back(std::move(shape));
        chains.emplace_back();
      }
      chains[index].routes.emplace_back(id, route);
    }
  }
  return chains;
}

}  // namespace shudao::experiment

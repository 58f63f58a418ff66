#include "scenarios/propose_routes.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "network/routes.h"
#include "scenarios/headway.h"

namespace shudao::scenarios {

namespace {

// So many more than asked for are looked at, since some of them board the service that they have just left.
constexpr std::size_t kLookedAt = 16;

/// A ride with one service, as an edge of a network whose "hours" are CNY per TEU.
struct Rides {
  network::Network network;
  std::map<std::string, RouteLeg> legs;  ///< By the name of the edge.
};

bool may_carry(Scenario const& scenario, Flow const& flow, Service const& service) {
  bool const is_planned = std::any_of(service.stops.begin(), service.stops.end(), [&](Stop const& stop) {
    return stop.place.is_none() || scenario.places[stop.place].is_planned;
  });
  return !is_planned && (flow.may_split || flow.lot_teu.upper() < static_cast<double>(service.capacity.count()) + 0.5);
}

double handling_cny(Scenario const& scenario, Service const& service, PlaceId place) {
  for (Handling const& handling : scenario.places[place].handling) {
    if (handling.mode == service.mode) return to_cny(handling.cost_per_teu);
  }
  return 0;
}

/// From a stop to a later one; nothing where the way between them is faulty.
std::optional<double> cost_of(Scenario const& scenario, Choice const& choice, RouteLeg const& ride) {
  Service const& service = scenario.services[ride.service];
  double hours = wait_for(service).mean_h + (ride.board == 0 ? service.cut_off.h() : 0.0);
  double km = 0;
  for (auto at = ride.board; at < ride.leave; ++at) {
    Stop const& stop = service.stops[at];
    if (stop.onward.is_none()) return std::nullopt;
    Link const& link = scenario.links[stop.onward];
    hours += (stop.running ? *stop.running : link.running).mean_h(link.distance);
    km += to_km(link.distance);
  }
  double const money = to_cny(service.tariff_per_teu) + service.tariff_cny_per_teu_km * km +
                       handling_cny(scenario, service, service.stops[ride.board].place) +
                       handling_cny(scenario, service, service.stops[ride.leave].place);
  double const cost = money + choice.value_of_time * hours;
  return std::isfinite(cost) && cost >= 0 ? std::optional{cost} : std::nullopt;
}

void add_rides(Scenario const& scenario, Choice const& choice, ServiceId id,
               IdVector<network::EdgeId, network::Edge>& edges, std::map<std::string, RouteLeg>& legs) {
  auto const& stops = scenario.services[id].stops;
  for (std::uint32_t board = 0; board < stops.size(); ++board) {
    for (std::uint32_t leave = board + 1; leave < stops.size(); ++leave) {
      auto const cost = cost_of(scenario, choice, {id, board, leave});
      if (!cost || stops[board].place == stops[leave].place) continue;
      network::Edge edge;
      edge.name = scenario.services[id].id + "/" + std::to_string(board) + "-" + std::to_string(leave);
      edge.from = network::NodeId{stops[board].place.index()};
      edge.to = network::NodeId{stops[leave].place.index()};
      edge.hours = *cost;
      legs[edge.name] = {id, board, leave};
      edges.push_back(std::move(edge));
    }
  }
}

Rides rides_for(Scenario const& scenario, Flow const& flow, Choice const& choice) {
  IdVector<network::NodeId, network::Node> nodes;
  for (Place const& place : scenario.places) {
    network::Node node;
    node.name = place.id;
    nodes.push_back(std::move(node));
  }
  Rides rides;
  IdVector<network::EdgeId, network::Edge> edges;
  for (std::size_t i = 0; i < scenario.services.size(); ++i) {
    if (!may_carry(scenario, flow, scenario.services[ServiceId{i}])) continue;
    add_rides(scenario, choice, ServiceId{i}, edges, rides.legs);
  }
  rides.network = network::Network{std::move(nodes), std::move(edges)};
  return rides;
}

bool repeats_a_service(std::vector<RouteLeg> const& legs) {
  auto const same = [](RouteLeg const& a, RouteLeg const& b) { return a.service == b.service; };
  return std::adjacent_find(legs.begin(), legs.end(), same) != legs.end();
}

std::string name_of(Scenario const& scenario, Route const& route, bool with_places) {
  std::string name;
  for (RouteLeg const& leg : route.legs) {
    Service const& service = scenario.services[leg.service];
    if (!name.empty() && with_places) name += "." + scenario.places[service.stops[leg.board].place].id;
    name += (name.empty() ? "" : ".") + service.id;
  }
  return name;
}

void name_all(Scenario const& scenario, std::vector<Route>& routes) {
  std::map<std::string, int> known;
  for (Route const& route : routes) ++known[name_of(scenario, route, false)];
  for (Route& route : routes) {
    std::string const brief = name_of(scenario, route, false);
    route.name = known[brief] == 1 ? brief : name_of(scenario, route, true);
  }
  std::sort(routes.begin(), routes.end(), [](Route const& a, Route const& b) { return a.name < b.name; });
}

}  // namespace

std::vector<Route> propose_routes(Scenario const& scenario, Flow const& flow, Choice const& choice, std::size_t count) {
  if (flow.from.is_none() || flow.to.is_none()) return {};
  Rides const rides = rides_for(scenario, flow, choice);
  network::NodeId const from{flow.from.index()};
  network::NodeId const to{flow.to.index()};
  std::vector<Route> routes;
  for (auto const& found : network::quickest_routes(rides.network, from, to, count + kLookedAt)) {
    Route route;
    for (network::EdgeId const id : found.edges) route.legs.push_back(rides.legs.at(rides.network.edge(id).name));
    if (repeats_a_service(route.legs)) continue;
    routes.push_back(std::move(route));
    if (routes.size() == count) break;
  }
  name_all(scenario, routes);
  return routes;
}

}  // namespace shudao::scenarios

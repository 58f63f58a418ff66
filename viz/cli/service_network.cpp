#include "viz/cli/service_network.h"

namespace shudao::cli {
namespace {

using scenarios::Scenario;

network::Node node_of(scenarios::Place const& place) {
  network::Node node;
  node.name = place.id;
  node.label = {place.name.zh, place.name.en};
  node.lat = place.lat;
  node.lon = place.lon;
  return node;
}

/// Two digits, so that names sort in the order of the stops.
std::string ride_name(std::string const& service, std::size_t stop) {
  return service + (stop < 10 ? "/0" : "/") + std::to_string(stop);
}

bool runs(Scenario const& scenario, scenarios::Service const& service) {
  for (scenarios::Stop const& stop : service.stops)
    if (scenario.places[stop.place].is_planned) return false;
  return true;
}

void add_rides(Scenario const& scenario, scenarios::Service const& service,
               IdVector<network::EdgeId, network::Edge>& edges) {
  for (std::size_t i = 0; i + 1 < service.stops.size(); ++i) {
    scenarios::Stop const& stop = service.stops[i];
    scenarios::Link const& link = scenario.links[stop.onward];
    network::Edge edge;
    edge.name = ride_name(service.id, i);
    edge.label = {service.name.zh, service.name.en};
    edge.from = network::NodeId{stop.place.index()};
    edge.to = network::NodeId{service.stops[i + 1].place.index()};
    edge.hours = (stop.running ? *stop.running : link.running).mean_h(link.distance);
    edge.distance = link.distance;
    edge.is_overland = service.mode != scenarios::Mode::sea && service.mode != scenarios::Mode::air;
    edges.push_back(std::move(edge));
  }
}

}  // namespace

network::Network service_network(Scenario const& scenario) {
  IdVector<network::NodeId, network::Node> nodes;
  for (scenarios::Place const& place : scenario.places) nodes.push_back(node_of(place));
  IdVector<network::EdgeId, network::Edge> edges;
  for (scenarios::Service const& service : scenario.services)
    if (runs(scenario, service)) add_rides(scenario, service, edges);
  return network::Network{std::move(nodes), std::move(edges)};
}

}  // namespace shudao::cli

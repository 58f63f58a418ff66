#include "scenarios/place_nodes.h"

#include <algorithm>

namespace shudao::scenarios {

PlaceNodes place_nodes(Scenario const& scenario) {
  PlaceNodes result;
  for (Place const& place : scenario.places) {
    network::Node node;
    node.name = place.id;
    node.label = {place.name.zh, place.name.en};
    node.lat = place.lat;
    node.lon = place.lon;
    result.of_place.push_back(place.is_planned ? network::NodeId::none() : result.nodes.push_back(node));
  }
  return result;
}

bool runs(Scenario const& scenario, Service const& service) {
  return std::none_of(service.stops.begin(), service.stops.end(),
                      [&](Stop const& stop) { return scenario.places[stop.place].is_planned; });
}

network::Wording label_of_ride(Place const& from, Place const& to, Service const& service) {
  return {from.name.zh + "–" + to.name.zh + "，" + service.name.zh,
          from.name.en + "–" + to.name.en + ", by " + service.name.en};
}

}  // namespace shudao::scenarios

#include "viz/cli/network_json.h"

#include <algorithm>

#include "viz/cli/json_parts.h"
#include "viz/cli/result_json.h"

namespace shudao::viz::cli {
namespace {

using network::Network;
using network::NodeId;
using scenarios::Scenario;

void add_sourcing(Json& json, Scenario const& scenario, std::string const& pointer) {
  Sourcing const sourcing = sourcing_of(scenario, pointer);
  json["sources"] = sourcing.sources;
  json["grades"] = Json::array();
  for (char const grade : sourcing.grades) json["grades"].push_back(grade == ' ' ? Json() : Json(std::string{grade}));
}

Json json_of(Scenario const& scenario, scenarios::Place const& place) {
  Json json = {{"id", place.id},
               {"name", words_json(place.name)},
               {"kinds", place.kinds},
               {"locode", place.locode},
               {"lat", place.lat},
               {"lon", place.lon},
               {"is_planned", place.is_planned}};
  add_sourcing(json, scenario, "/places/" + place.id);
  return json;
}

Json json_of(Scenario const& scenario, scenarios::Link const& link) {
  Json json = {{"id", link.id},
               {"name", words_json(link.name)},
               {"from", scenario.places[link.from].id},
               {"to", scenario.places[link.to].id},
               {"mode", name_of(link.mode)},
               {"distance_km", to_km(link.distance)},
               {"gauge_mm", link.gauge_mm == 0 ? Json() : Json(link.gauge_mm)},
               {"slots_per_day", or_null(link.slots_per_day)}};
  add_sourcing(json, scenario, "/links/" + link.id);
  return json;
}

Json json_of(Scenario const& scenario, scenarios::Service const& service) {
  double const per_week = static_cast<double>(service.departures.size()) / service.every_weeks;
  Json stops = Json::array();
  for (scenarios::Stop const& stop : service.stops) stops.push_back(scenario.places[stop.place].id);
  Json json = {{"id", service.id},
               {"name", words_json(service.name)},
               {"mode", name_of(service.mode)},
               {"stops", stops},
               {"departures_per_week", service.departures.empty() ? Json() : Json(per_week)},
               {"capacity_teu", service.capacity.count()}};
  add_sourcing(json, scenario, "/services/" + service.id);
  return json;
}

Json ids_of(Network const& network, std::vector<NodeId> const& nodes) {
  Json ids = Json::array();
  for (NodeId const id : nodes) ids.push_back(network.node(id).name);
  return ids;
}

Json json_of(Network const& network, Reach const& reach) {
  Json parts = Json::array(), unreached = Json::array();
  for (auto const& part : reach.parts) parts.push_back(ids_of(network, part));
  for (Unreached const& missed : reach.unreached)
    unreached.push_back({{"from", ids_of(network, missed.from)}, {"to", ids_of(network, missed.to)}});
  return {{"mode", reach.mode ? Json(name_of(*reach.mode)) : Json("all")},
          {"parts", parts},
          {"unserved", ids_of(network, reach.unserved)},
          {"unreachable", unreached}};
}

Json binds_of(Network const& network, network::Cut const& cut) {
  Json binds = Json::array();
  for (network::Limit const& limit : cut.limits) {
    Binding const binding = binding_of(network, limit);
    binds.push_back({{"kind", binding.kind}, {"id", binding.id}, {"teu_per_year", limit.teu_per_year.count()}});
  }
  return binds;
}

Json capacity_of(network::Cut const& cut) { return cut.teu_per_year ? Json(cut.teu_per_year->count()) : Json(); }

Json json_of(Scenario const& scenario, Network const& network, CorridorFacts const& facts) {
  scenarios::Corridor const& corridor = scenario.corridors[facts.corridor];
  Json services = Json::array();
  for (ServiceCapacity const& service : facts.services) {
    services.push_back({{"id", scenario.services[service.service].id},
                        {"capacity_teu_per_year", capacity_of(service.cut)},
                        {"binds", binds_of(network, service.cut)}});
  }
  network::Wording const words = network::words(network, facts.cut);
  return {{"id", corridor.id},
          {"name", words_json(corridor.name)},
          {"from", scenario.places[corridor.from].id},
          {"to", scenario.places[corridor.to].id},
          {"demand_teu_per_year", facts.demand_teu_per_year},
          {"capacity_teu_per_year", capacity_of(facts.cut)},
          {"ratio", or_null(facts.ratio)},
          {"is_exact", facts.cut.is_exact},
          {"binds", binds_of(network, facts.cut)},
          {"min_cut", {{"zh", words.zh}, {"en", words.en}}},
          {"services", services}};
}

template<class Things>
Json json_list(Scenario const& scenario, Things const& things) {
  Json list = Json::array();
  for (auto const& thing : things) list.push_back(json_of(scenario, thing));
  return list;
}

}  // namespace

std::string network_json(Scenario const& scenario, NetworkFacts const& facts) {
  Json connectivity = Json::array(), corridors = Json::array();
  for (Reach const& reach : facts.reaches) connectivity.push_back(json_of(facts.network, reach));
  for (CorridorFacts const& corridor : facts.corridors) corridors.push_back(json_of(scenario, facts.network, corridor));
  return dumped({{"schema_version", kJsonVersion},
                 {"scenario", scenario.id},
                 {"title", words_json(scenario.title)},
                 {"places", json_list(scenario, scenario.places)},
                 {"links", json_list(scenario, scenario.links)},
                 {"services", json_list(scenario, scenario.services)},
                 {"connectivity", connectivity},
                 {"corridors", corridors}});
}

}  // namespace shudao::viz::cli

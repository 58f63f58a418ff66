#include "viz/cli/network_facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "network/connectivity.h"
#include "scenarios/network_of.h"
#include "scenarios/pedigrees.h"

namespace shudao::viz::cli {
namespace {

using network::EdgeId;
using network::Network;
using network::NodeId;
using scenarios::Scenario;
using scenarios::ServiceId;

/// Edges are named "service/leg from>to".
std::string service_of(network::Edge const& edge) { return edge.name.substr(0, edge.name.find('/')); }

Network only(Network const& network, std::set<std::string> const& services) {
  IdVector<EdgeId, network::Edge> edges;
  for (network::Edge const& edge : network.edges())
    if (services.count(service_of(edge)) > 0) edges.push_back(edge);
  return Network{network.nodes(), std::move(edges), network.shared()};
}

std::vector<Unreached> unreached_in(Network const& network, std::set<NodeId> const& served) {
  std::map<std::vector<NodeId>, std::vector<NodeId>> starts;
  for (NodeId const from : network.nodes_by_name()) {
    if (served.count(from) == 0) continue;
    std::vector<NodeId> const reached = network::reachable_from(network, {from});
    std::set<NodeId> const known{reached.begin(), reached.end()};
    std::vector<NodeId> missed;
    for (NodeId const to : network.nodes_by_name())
      if (served.count(to) > 0 && known.count(to) == 0) missed.push_back(to);
    if (!missed.empty()) starts[missed].push_back(from);
  }
  std::vector<Unreached> all;
  for (auto const& [to, from] : starts) all.push_back({from, to});
  return all;
}

Reach reach_of(Network const& network, std::optional<scenarios::Mode> mode) {
  Reach reach{mode, {}, {}, {}};
  std::set<NodeId> served;
  for (network::Edge const& edge : network.edges()) served.insert({edge.from, edge.to});
  for (NodeId const id : network.nodes_by_name())
    if (served.count(id) == 0) reach.unserved.push_back(id);
  for (auto& part : network::weak_components(network))
    if (served.count(part.front()) > 0) reach.parts.push_back(std::move(part));
  reach.unreached = unreached_in(network, served);
  return reach;
}

std::vector<Reach> reaches_of(Scenario const& scenario, Network const& network) {
  std::map<scenarios::Mode, std::set<std::string>> services;
  for (scenarios::Service const& service : scenario.services) services[service.mode].insert(service.id);
  std::vector<Reach> reaches;
  for (auto const& [mode, ids] : services) reaches.push_back(reach_of(only(network, ids), mode));
  reaches.push_back(reach_of(network, std::nullopt));
  return reaches;
}

/// The parts of services that a flow may ride on, whichever route it takes.
std::vector<scenarios::RouteLeg> legs_of(scenarios::Flow const& flow) {
  std::vector<scenarios::RouteLeg> legs;
  for (scenarios::Route const& route : flow.routes) legs.insert(legs.end(), route.legs.begin(), route.legs.end());
  return legs;
}

/// A service, and the places between which the flows of a corridor use it.
using Ride = std::pair<ServiceId, std::pair<std::uint32_t, std::uint32_t>>;

std::optional<ServiceCapacity> capacity_of(Scenario const& scenario, Network const& network, Ride const& ride) {
  scenarios::Service const& service = scenario.services[ride.first];
  auto const node = [&](std::uint32_t stop) { return network.find(scenario.places[service.stops[stop].place].id); };
  auto const from = node(ride.second.first), to = node(ride.second.second);
  if (!from || !to || *from == *to) return std::nullopt;
  std::vector<EdgeId> edges;
  for (EdgeId const id : network.edges_by_name())
    if (service_of(network.edge(id)) == service.id) edges.push_back(id);
  return ServiceCapacity{ride.first, network::min_cut(network, {*from}, {*to}, edges)};
}

/// Each service once: between its first boarding and its last leaving.
std::vector<ServiceCapacity> services_of(Scenario const& scenario, Network const& network,
                                         scenarios::Corridor const& corridor) {
  std::map<ServiceId, std::pair<std::uint32_t, std::uint32_t>> rides;
  for (scenarios::FlowId const flow : corridor.flows) {
    for (scenarios::RouteLeg const& leg : legs_of(scenario.flows[flow])) {
      auto const [at, is_new] = rides.try_emplace(leg.service, leg.board, leg.leave);
      at->second = {std::min(at->second.first, leg.board), std::max(at->second.second, leg.leave)};
    }
  }
  std::vector<ServiceCapacity> capacities;
  for (Ride const ride : rides)
    if (auto capacity = capacity_of(scenario, network, ride)) capacities.push_back(std::move(*capacity));
  return capacities;
}

CorridorFacts facts_of(Scenario const& scenario, Network const& network, scenarios::CorridorId id) {
  scenarios::Corridor const& corridor = scenario.corridors[id];
  CorridorFacts facts{id, 0, {Teu{}, {}, {}, true}, std::nullopt, services_of(scenario, network, corridor)};
  for (scenarios::FlowId const flow : corridor.flows) facts.demand_teu_per_year += scenario.flows[flow].teu_per_year;
  auto const from = network.find(scenario.places[corridor.from].id), to = network.find(scenario.places[corridor.to].id);
  if (!from || !to || *from == *to) return facts;
  facts.cut = network::min_cut(network, {*from}, {*to});
  auto const& most = facts.cut.teu_per_year;
  if (most && most->count() > 0) facts.ratio = facts.demand_teu_per_year / static_cast<double>(most->count());
  return facts;
}

}  // namespace

Sourcing sourcing_of(Scenario const& scenario, std::string const& pointer) {
  std::set<std::string> sources;
  std::set<std::pair<bool, char>> grades;
  for (scenarios::Pedigree const& number : scenarios::numbers_below(scenario, pointer)) {
    if (!number.source.empty()) sources.insert(number.source);
    char const grade = scenarios::grade_of(scenario, number);
    grades.insert({grade == ' ', grade});
  }
  Sourcing sourcing{{sources.begin(), sources.end()}, {}};
  for (auto const& [is_last, grade] : grades) sourcing.grades.push_back(grade);
  return sourcing;
}

NetworkFacts network_facts(Scenario const& scenario) {
  NetworkFacts facts{scenarios::network_of(scenario), {}, {}};
  facts.reaches = reaches_of(scenario, facts.network);
  for (std::size_t i = 0; i < scenario.corridors.size(); ++i)
    facts.corridors.push_back(facts_of(scenario, facts.network, scenarios::CorridorId{i}));
  return facts;
}

Binding binding_of(Network const& network, network::Limit const& limit) {
  if (!limit.edge.is_none()) return {"service", service_of(network.edge(limit.edge))};
  if (limit.shared.is_none()) return {"place", network.node(limit.node).name};
  std::string const& name = network.shared(limit.shared).name;
  if (name.find('/') == std::string::npos) return {"link", name};
  return {"resource", name.substr(0, name.find(' '))};  // "place/resource in"
}

}  // namespace shudao::viz::cli

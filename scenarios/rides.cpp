#include "scenarios/rides.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "scenarios/headway.h"

namespace shudao::scenarios {
namespace {

constexpr double kBoxTeu = 2.0;
constexpr double kMinutesPerHour = 60.0;

/// So many more than asked for are looked at.
constexpr std::size_t kLookedAt = 200;

bool runs(Scenario const& scenario, Service const& service) {
  return std::none_of(service.stops.begin(), service.stops.end(),
                      [&](Stop const& stop) { return scenario.places[stop.place].is_planned; });
}

/// At one end of a ride.
double handling_hours(Place const& place, Mode mode) {
  double minutes = place.gate && mode == Mode::road ? place.gate->min_per_vehicle.mean() : 0.0;
  for (Handling const& handling : place.handling)
    if (handling.mode == mode) minutes += handling.min_per_teu.mean() * kBoxTeu;
  return minutes / kMinutesPerHour;
}

std::string two_digits(std::uint32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// Fills in ride and edge while the vehicle goes on from stop to stop.
class RidesOfService {
 public:
  RidesOfService(Scenario const& scenario, ServiceId id)
      : scenario_{scenario}, id_{id}, service_{scenario.services[id]} {}

  template<class Take>
  void each(Take take) const {
    for (std::uint32_t board = 0; board + 1 < service_.stops.size(); ++board) {
      Ride ride{{id_, board, board}, wait_h(board), 0, 0};
      Distance distance;
      for (std::uint32_t leave = board + 1; leave < service_.stops.size(); ++leave) {
        Stop const& stop = service_.stops[leave - 1];
        Link const& link = scenario_.links[stop.onward];
        ride.running_h += (stop.running ? *stop.running : link.running).mean_h(link.distance);
        distance += link.distance;
        ride.leg.leave = leave;
        ride.handling_h = handling_hours(place(board), service_.mode) + handling_hours(place(leave), service_.mode);
        if (service_.stops[board].place != service_.stops[leave].place) take(ride, edge_of(ride, distance));
      }
    }
  }

 private:
  [[nodiscard]] Place const& place(std::uint32_t stop) const { return scenario_.places[service_.stops[stop].place]; }

  /// Cargo must be there before the cut-off; on the way, when the vehicle comes.
  [[nodiscard]] double wait_h(std::uint32_t board) const {
    return wait_for(service_).mean_h + (board == 0 ? service_.cut_off.h() : 0.0);
  }

  [[nodiscard]] network::Edge edge_of(Ride const& ride, Distance distance) const {
    Place const &from = place(ride.leg.board), &to = place(ride.leg.leave);
    network::Edge edge;
    edge.name =
        service_.id + "/" + two_digits(ride.leg.board) + "-" + two_digits(ride.leg.leave) + " " + from.id + ">" + to.id;
    edge.label = {from.name.zh + "–" + to.name.zh + "，" + service_.name.zh,
                  from.name.en + "–" + to.name.en + ", by " + service_.name.en};
    edge.hours = ride.wait_h + ride.handling_h + ride.running_h;
    edge.distance = distance;
    edge.is_overland = service_.mode != Mode::sea && service_.mode != Mode::air;
    return edge;
  }

  Scenario const& scenario_;
  ServiceId id_;
  Service const& service_;
};

/// Takes out what is no sensible journey; remembers those that it let pass.
class Sieve {
 public:
  Sieve(Scenario const& scenario, Rides const& rides) : scenario_{scenario}, rides_{rides} {
    for (network::EdgeId const id : rides.network.edges_by_name()) {
      network::Edge const& edge = rides.network.edge(id);
      auto const [at, is_new] = direct_.emplace(std::pair{edge.from, edge.to}, edge.hours);
      if (!is_new) at->second = std::min(at->second, edge.hours);
    }
  }

  bool passes(network::Route const& route) {
    return !repeats_a_service(route) && !has_detour(route) && known_.insert(trunk_of(route)).second;
  }

 private:
  [[nodiscard]] Service const& service(network::EdgeId id) const {
    return scenario_.services[rides_.rides[id].leg.service];
  }

  [[nodiscard]] bool repeats_a_service(network::Route const& route) const {
    return std::adjacent_find(route.edges.begin(), route.edges.end(), [&](network::EdgeId a, network::EdgeId b) {
             return rides_.rides[a].leg.service == rides_.rides[b].leg.service;
           }) != route.edges.end();
  }

  /// Whether several rides in a row could be one that takes no longer.
  [[nodiscard]] bool has_detour(network::Route const& route) const {
    for (std::size_t first = 0; first < route.edges.size(); ++first) {
      double hours = rides_.network.edge(route.edges[first]).hours;
      for (std::size_t last = first + 1; last < route.edges.size(); ++last) {
        hours += rides_.network.edge(route.edges[last]).hours;
        auto const direct =
            direct_.find({rides_.network.edge(route.edges[first]).from, rides_.network.edge(route.edges[last]).to});
        if (direct != direct_.end() && direct->second <= hours) return true;
      }
    }
    return false;
  }

  /// The services that are not trucks on demand; all of them where each is.
  [[nodiscard]] std::vector<ServiceId> trunk_of(network::Route const& route) const {
    std::vector<ServiceId> all, trunk;
    for (network::EdgeId const id : route.edges) {
      all.push_back(rides_.rides[id].leg.service);
      if (service(id).kind != ServiceKind::on_demand || service(id).mode != Mode::road) trunk.push_back(all.back());
    }
    return trunk.empty() ? all : trunk;
  }

  Scenario const& scenario_;
  Rides const& rides_;
  std::map<std::pair<network::NodeId, network::NodeId>, double> direct_;  ///< Hours of the quickest ride.
  std::set<std::vector<ServiceId>> known_;
};

}  // namespace

Rides rides_of(Scenario const& scenario) {
  IdVector<network::NodeId, network::Node> nodes;
  IdVector<PlaceId, network::NodeId> node_of_place;
  for (Place const& place : scenario.places) {
    network::Node node;
    node.name = place.id;
    node.label = {place.name.zh, place.name.en};
    node.lat = place.lat;
    node.lon = place.lon;
    node_of_place.push_back(place.is_planned ? network::NodeId::none() : nodes.push_back(node));
  }
  using Ends = std::tuple<PlaceId, PlaceId, Mode>;
  std::map<Ends, std::size_t> on_demand;
  IdVector<network::EdgeId, network::Edge> edges;
  IdVector<network::EdgeId, Ride> rides;
  for (std::size_t i = 0; i < scenario.services.size(); ++i) {
    Service const& service = scenario.services[ServiceId{i}];
    if (!runs(scenario, service)) continue;
    RidesOfService{scenario, ServiceId{i}}.each([&](Ride const& ride, network::Edge edge) {
      PlaceId const from = service.stops[ride.leg.board].place, to = service.stops[ride.leg.leave].place;
      edge.from = node_of_place[from];
      edge.to = node_of_place[to];
      if (service.kind == ServiceKind::on_demand) {
        auto const [at, is_new] = on_demand.emplace(Ends{from, to, service.mode}, edges.size());
        network::EdgeId const other{at->second};
        if (!is_new) {
          if (edge.hours >= edges[other].hours) return;
          edges[other] = std::move(edge);
          rides[other] = ride;
          return;
        }
      }
      edges.push_back(std::move(edge));
      rides.push_back(ride);
    });
  }
  return {network::Network{std::move(nodes), std::move(edges)}, std::move(rides)};
}

std::vector<network::Route> sensible_journeys(Scenario const& scenario, Rides const& rides, network::NodeId from,
                                              network::NodeId to, std::size_t count) {
  Sieve sieve{scenario, rides};
  std::vector<network::Route> sensible;
  for (network::Route& route : network::quickest_routes(rides.network, from, to, count + kLookedAt)) {
    if (sensible.size() == count) break;
    if (sieve.passes(route)) sensible.push_back(std::move(route));
  }
  return sensible;
}

}  // namespace shudao::scenarios

#include "scenarios/rides.h"

#include <algorithm>
#include <functional>
#include <map>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

#include "scenarios/headway.h"
#include "scenarios/place_nodes.h"

namespace shudao::scenarios {
namespace {

constexpr double kBoxTeu = 2.0;
constexpr double kMinutesPerHour = 60.0;

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
    edge.label = label_of_ride(from, to, service_);
    edge.hours = ride.wait_h + ride.handling_h + ride.running_h;
    edge.distance = distance;
    edge.is_overland = service_.mode != Mode::sea && service_.mode != Mode::air;
    return edge;
  }

  Scenario const& scenario_;
  ServiceId id_;
  Service const& service_;
};

/// The beginning of a journey.
struct Begun {
  double hours = 0, bound = 0;  ///< So far; with the quickest way on from here.
  network::NodeId at;
  std::vector<network::EdgeId> edges;
  friend bool operator>(Begun const& a, Begun const& b) {
    return std::make_tuple(a.bound, a.edges.size(), a.edges) > std::make_tuple(b.bound, b.edges.size(), b.edges);
  }
};

/// Goes on with the most promising beginning first (A*: P. E. Hart, N. J. Nilsson and B. Raphael, IEEE Trans. Systems
/// Science and Cybernetics 4 (1968) 100-107); drops a beginning as soon as it makes no sense.
class JourneySearch {
 public:
  JourneySearch(Scenario const& scenario, Rides const& rides, network::NodeId to)
      : scenario_{scenario}, rides_{rides}, network_{rides.network}, to_{to} {
    std::size_t const nodes = network_.nodes().size();
    for (std::size_t node = 0; node < nodes; ++node) hours_to_.push_back(fewest_hours_to(network::NodeId{node}));
  }

  std::vector<network::Route> quickest(network::NodeId from, std::size_t count) {
    std::vector<network::Route> found;
    std::priority_queue<Begun, std::vector<Begun>, std::greater<>> waiting;
    if (rest(from) < kFar && from != to_) waiting.push({0, rest(from), from, {}});
    for (int steps = 0; !waiting.empty() && found.size() < count && steps < kMostSteps; ++steps) {
      Begun const begun = waiting.top();
      waiting.pop();
      if (!begun.edges.empty() && !known_.insert({begun.at, is_feeder(begun.edges.back()), trunk_of(begun)}).second)
        continue;
      if (begun.at == to_) {
        found.push_back(route_of(begun));
        continue;
      }
      for (network::EdgeId const id : network_.leaving(begun.at))
        if (makes_sense(begun, id, from)) waiting.push(longer(begun, id));
    }
    return found;
  }

 private:
  static constexpr double kFar = 1e12;
  static constexpr int kMostSteps = 20'000;
  static constexpr double kLongestByRoad = 1.5;  ///< Times the quickest way, of several trucks in a row.

  [[nodiscard]] Service const& service(network::EdgeId id) const {
    return scenario_.services[rides_.rides[id].leg.service];
  }
  /// Trucks between two places that come when they are called.
  [[nodiscard]] bool is_feeder(network::EdgeId id) const {
    Service const& it = service(id);
    return it.mode == Mode::road && it.kind == ServiceKind::on_demand && it.stops.size() == 2;
  }

  /// From each node: R. Bellman, Quarterly of Applied Mathematics 16 (1958) 87-90.
  [[nodiscard]] std::vector<double> fewest_hours_to(network::NodeId to) const {
    std::vector<double> hours(network_.nodes().size(), kFar);
    hours[to.index()] = 0;
    for (bool is_better = true; is_better;) {
      is_better = false;
      for (network::EdgeId const id : network_.edges_by_name()) {
        network::Edge const& edge = network_.edge(id);
        double const by_this = edge.hours + hours[edge.to.index()];
        if (by_this >= hours[edge.from.index()]) continue;
        hours[edge.from.index()] = by_this;
        is_better = true;
      }
    }
    return hours;
  }
  [[nodiscard]] double rest(network::NodeId from) const { return hours_to_[to_.index()][from.index()]; }

  /// Whether a service that is taken on this part of the journey goes from its beginning to its end itself.
  [[nodiscard]] bool goes_through(std::set<ServiceId> const& taken, network::NodeId from, network::NodeId to) const {
    auto const& leaving = network_.leaving(from);
    return std::any_of(leaving.begin(), leaving.end(), [&](network::EdgeId id) {
      return network_.edge(id).to == to && taken.count(rides_.rides[id].leg.service) > 0;
    });
  }

  [[nodiscard]] bool makes_sense(Begun const& begun, network::EdgeId next, network::NodeId from) const {
    network::Edge const& edge = network_.edge(next);
    if (edge.to == from || rest(edge.to) >= kFar) return false;
    if (!begun.edges.empty() && is_feeder(begun.edges.back()) && is_feeder(next)) return false;
    std::set<ServiceId> taken = {rides_.rides[next].leg.service};
    double hours = edge.hours;
    bool is_by_road = service(next).mode == Mode::road;
    for (std::size_t i = begun.edges.size(); i-- > 0;) {
      network::Edge const& before = network_.edge(begun.edges[i]);
      if (before.to == edge.to || !taken.insert(rides_.rides[begun.edges[i]].leg.service).second) return false;
      if (goes_through(taken, before.from, edge.to)) return false;
      hours += before.hours;
      is_by_road = is_by_road && service(begun.edges[i]).mode == Mode::road;
      if (is_by_road && hours > kLongestByRoad * hours_to_[edge.to.index()][before.from.index()]) return false;
    }
    return true;
  }

  [[nodiscard]] Begun longer(Begun const& begun, network::EdgeId next) const {
    network::Edge const& edge = network_.edge(next);
    Begun more = begun;
    more.edges.push_back(next);
    more.hours += edge.hours;
    more.bound = more.hours + rest(edge.to);
    more.at = edge.to;
    return more;
  }

  /// The services that are no feeders.
  [[nodiscard]] std::vector<ServiceId> trunk_of(Begun const& begun) const {
    std::vector<ServiceId> trunk;
    for (network::EdgeId const id : begun.edges)
      if (!is_feeder(id)) trunk.push_back(rides_.rides[id].leg.service);
    return trunk;
  }

  [[nodiscard]] network::Route route_of(Begun const& begun) const {
    network::Route route{begun.edges, begun.hours, {}};
    for (network::EdgeId const id : begun.edges) route.distance += network_.edge(id).distance;
    return route;
  }

  Scenario const& scenario_;
  Rides const& rides_;
  network::Network const& network_;
  network::NodeId to_;
  std::vector<std::vector<double>> hours_to_;  ///< Fewest hours, by destination and origin; kFar: no way.
  std::set<std::tuple<network::NodeId, bool, std::vector<ServiceId>>> known_;
};

}  // namespace

Rides rides_of(Scenario const& scenario) {
  PlaceNodes places = place_nodes(scenario);
  using Ends = std::tuple<PlaceId, PlaceId, Mode>;
  std::map<Ends, network::EdgeId> quickest;
  IdVector<network::EdgeId, network::Edge> edges;
  IdVector<network::EdgeId, Ride> rides;
  for (std::size_t i = 0; i < scenario.services.size(); ++i) {
    Service const& service = scenario.services[ServiceId{i}];
    if (!runs(scenario, service)) continue;
    RidesOfService{scenario, ServiceId{i}}.each([&](Ride const& ride, network::Edge edge) {
      PlaceId const from = service.stops[ride.leg.board].place, to = service.stops[ride.leg.leave].place;
      edge.from = places.of_place[from];
      edge.to = places.of_place[to];
      bool const is_on_demand = service.kind == ServiceKind::on_demand;
      auto const at = quickest.find(Ends{from, to, service.mode});
      if (!is_on_demand || at == quickest.end()) {
        if (is_on_demand) quickest.emplace(Ends{from, to, service.mode}, network::EdgeId{edges.size()});
        edges.push_back(std::move(edge));
        rides.push_back(ride);
      } else if (edge.hours < edges[at->second].hours) {
        edges[at->second] = std::move(edge);
        rides[at->second] = ride;
      }
    });
  }
  return {network::Network{std::move(places.nodes), std::move(edges)}, std::move(rides)};
}

std::vector<network::Route> sensible_journeys(Scenario const& scenario, Rides const& rides, network::NodeId from,
                                              network::NodeId to, std::size_t count) {
  return JourneySearch{scenario, rides, to}.quickest(from, count);
}

}  // namespace shudao::scenarios

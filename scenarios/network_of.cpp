#include "scenarios/network_of.h"

#include <algorithm>

namespace shudao::scenarios {
namespace {

constexpr double kWeeksPerYear = 365.2425 / 7.0;
constexpr double kDaysPerYear = 365.2425;

/// A bound on what a leg carries in a year, and its name for people.
struct Bound {
  double teu_per_year;
  network::Wording limit;
};

/// Open hours of the resource in a year: those of the weeks of the scenario's window.
double open_hours_per_year(Scenario const& scenario, Resource const& resource) {
  if (resource.calendar.is_none()) return kDaysPerYear * 24.0;
  Calendar const& calendar = scenario.calendars[resource.calendar].hours;
  Duration const open = calendar.open_time(scenario.window_start(), scenario.horizon());
  return open.h() / scenario.window.h() * kDaysPerYear * 24.0;
}

/// Mean server hours that a vehicle with a full load takes in this step. Of several pieces of work at once, the
/// longest.
double work_hours(Step const& step, double capacity_teu) {
  double longest = 0;
  for (Work const& work : step.works) {
    if (!work.skip_if.is_empty()) continue;  // Perhaps not needed: no sure limit.
    double const once = work.duration_h.mean() * work.scale * (work.is_per_teu ? capacity_teu : 1.0);
    longest = std::max(longest, once * work.probability / (1.0 - work.repeat_probability));
  }
  return longest;
}

void add_step_bounds(Scenario const& scenario, ProcessSet const& processes, Service const& service, Stop const& stop,
                     std::vector<Bound>& bounds) {
  if (stop.process.is_none()) return;
  double const capacity = static_cast<double>(service.capacity.count());
  for (Step const& step : processes[stop.process].steps) {
    if (step.resource.is_none()) continue;
    Resource const& resource = scenario.resources[step.resource];
    double const hours = work_hours(step, capacity);
    if (hours <= 0) continue;
    double const vehicles = resource.servers * resource.batch_size * open_hours_per_year(scenario, resource) / hours;
    bounds.push_back({vehicles * capacity, {resource.name.zh, resource.name.en}});
  }
}

std::vector<Bound> bounds_of(Scenario const& scenario, ProcessSet const& processes, Service const& service,
                             std::size_t leg) {
  std::vector<Bound> bounds;
  double const capacity = static_cast<double>(service.capacity.count());
  if (service.is_scheduled()) {
    double const departures = static_cast<double>(service.departures.size()) * kWeeksPerYear / service.every_weeks;
    bounds.push_back({departures * capacity, {"班次×运力", "departures × capacity"}});
  }
  if (auto const slots = scenario.links[service.stops[leg].onward].freight_slots_per_day()) {
    bounds.push_back({*slots * kDaysPerYear * capacity, {"线路能力", "slots of the line"}});
  }
  add_step_bounds(scenario, processes, service, service.stops[leg], bounds);
  add_step_bounds(scenario, processes, service, service.stops[leg + 1], bounds);
  return bounds;
}

network::Edge edge_of(Scenario const& scenario, ProcessSet const& processes, Service const& service, std::size_t leg) {
  Stop const& stop = service.stops[leg];
  Link const& link = scenario.links[stop.onward];
  Place const& from = scenario.places[stop.place];
  Place const& to = scenario.places[service.stops[leg + 1].place];
  network::Edge edge;
  edge.name = service.id + (leg < 10 ? "/0" : "/") + std::to_string(leg) + " " + from.id + ">" + to.id;
  edge.label = {from.name.zh + "–" + to.name.zh + "，" + service.name.zh,
                from.name.en + "–" + to.name.en + ", by " + service.name.en};
  edge.hours = (stop.running ? *stop.running : link.running).mean_h(link.distance);
  edge.distance = link.distance;
  edge.is_overland = service.mode != Mode::sea && service.mode != Mode::air;
  std::vector<Bound> const bounds = bounds_of(scenario, processes, service, leg);
  auto const least = std::min_element(bounds.begin(), bounds.end(),
                                      [](Bound const& a, Bound const& b) { return a.teu_per_year < b.teu_per_year; });
  if (least == bounds.end()) return edge;
  edge.teu_per_year = least->teu_per_year;
  edge.limit = least->limit;
  return edge;
}

bool runs(Scenario const& scenario, Service const& service) {
  return std::none_of(service.stops.begin(), service.stops.end(),
                      [&](Stop const& stop) { return scenario.places[stop.place].is_planned; });
}

}  // namespace

network::Network network_of(Scenario const& scenario) {
  ProcessSet const processes = processes_for(scenario, "", "", scenario.window_start());
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
  IdVector<network::EdgeId, network::Edge> edges;
  for (Service const& service : scenario.services) {
    if (!runs(scenario, service)) continue;
    for (std::size_t leg = 0; leg + 1 < service.stops.size(); ++leg) {
      network::Edge edge = edge_of(scenario, processes, service, leg);
      edge.from = node_of_place[service.stops[leg].place];
      edge.to = node_of_place[service.stops[leg + 1].place];
      edges.push_back(std::move(edge));
    }
  }
  return network::Network{std::move(nodes), std::move(edges)};
}

}  // namespace shudao::scenarios

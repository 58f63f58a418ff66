#include "scenarios/network_of.h"

#include <algorithm>
#include <map>
#include <utility>

#include "scenarios/place_nodes.h"

namespace shudao::scenarios {
namespace {

constexpr double kWeeksPerYear = 365.2425 / 7.0;
constexpr double kDaysPerYear = 365.2425;

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

/// The server hours that a vehicle with a full load takes of each resource on its way through a process.
std::map<ResourceId, double> hours_by_resource(ProcessSet const& processes, Service const& service, ProcessId process) {
  std::map<ResourceId, double> hours;
  if (process.is_none()) return hours;
  for (Step const& step : processes[process].steps) {
    if (step.resource.is_none()) continue;
    double const work = work_hours(step, static_cast<double>(service.capacity.count()));
    if (work > 0) hours[step.resource] += work;
  }
  return hours;
}

/// Collects what legs share, each thing under its name.
class SharedThings {
 public:
  explicit SharedThings(Scenario const& scenario) : scenario_{scenario} {}

  /// What a TEU on the leg takes: of the slots of its link, and of the resources that its vehicle needs at either end.
  std::vector<network::Use> used_by(ProcessSet const& processes, Service const& service, std::size_t leg) {
    std::vector<network::Use> uses;
    double const capacity = static_cast<double>(service.capacity.count());
    Link const& link = scenario_.links[service.stops[leg].onward];
    if (link.freight_slots_per_day()) uses.push_back({slots_of(link), 1.0 / capacity});
    auto const add = [&](ProcessId process, char const* side) {
      for (auto const& [resource, hours] : hours_by_resource(processes, service, process))
        uses.push_back({servers_of(scenario_.resources[resource], side), hours / capacity});
    };
    add(service.stops[leg].process, " out");
    add(service.stops[leg + 1].process, " in");
    return uses;
  }

  IdVector<network::SharedId, network::Shared> take() { return std::move(shared_); }

 private:
  network::SharedId slots_of(Link const& link) {
    network::Wording const label{link.name.zh, link.name.en};
    return found({link.id, label, *link.freight_slots_per_day() * kDaysPerYear, {"线路能力", "slots of the line"}});
  }

  network::SharedId servers_of(Resource const& resource, char const* side) {
    Place const& place = scenario_.places[resource.place];
    network::Wording const label{place.name.zh + resource.name.zh, place.name.en + ", " + resource.name.en};
    double const hours = resource.servers * resource.batch_size * open_hours_per_year(scenario_, resource);
    return found({resource.id + side, label, hours, {"作业能力", "servers × open hours"}});
  }

  network::SharedId found(network::Shared shared) {
    auto const [at, is_new] = by_name_.emplace(shared.name, network::SharedId::none());
    if (is_new) at->second = shared_.push_back(std::move(shared));
    return at->second;
  }

  Scenario const& scenario_;
  IdVector<network::SharedId, network::Shared> shared_;
  std::map<std::string, network::SharedId> by_name_;
};

network::Edge edge_of(Scenario const& scenario, Service const& service, std::size_t leg) {
  Stop const& stop = service.stops[leg];
  Link const& link = scenario.links[stop.onward];
  Place const& from = scenario.places[stop.place];
  Place const& to = scenario.places[service.stops[leg + 1].place];
  network::Edge edge;
  edge.name = service.id + (leg < 10 ? "/0" : "/") + std::to_string(leg) + " " + from.id + ">" + to.id;
  edge.label = label_of_ride(from, to, service);
  edge.hours = (stop.running ? *stop.running : link.running).mean_h(link.distance);
  edge.distance = link.distance;
  edge.is_overland = service.mode != Mode::sea && service.mode != Mode::air;
  if (!service.is_scheduled()) return edge;
  double const departures = static_cast<double>(service.departures.size()) * kWeeksPerYear / service.every_weeks;
  edge.teu_per_year = departures * static_cast<double>(service.capacity.count());
  edge.limit = {"班次×运力", "departures × capacity"};
  return edge;
}

}  // namespace

network::Network network_of(Scenario const& scenario) {
  ProcessSet const processes = processes_for(scenario, nullptr, "", scenario.window_start());
  PlaceNodes places = place_nodes(scenario);
  IdVector<network::EdgeId, network::Edge> edges;
  SharedThings shared{scenario};
  for (Service const& service : scenario.services) {
    if (!runs(scenario, service)) continue;
    for (std::size_t leg = 0; leg + 1 < service.stops.size(); ++leg) {
      network::Edge edge = edge_of(scenario, service, leg);
      edge.from = places.of_place[service.stops[leg].place];
      edge.to = places.of_place[service.stops[leg + 1].place];
      edge.uses = shared.used_by(processes, service, leg);
      edges.push_back(std::move(edge));
    }
  }
  return network::Network{std::move(places.nodes), std::move(edges), shared.take()};
}

}  // namespace shudao::scenarios

#include "scenarios/checks.h"
#include "scenarios/rewrite.h"

namespace shudao::scenarios {

namespace {

std::string stop_pointer(Service const& s, std::size_t i) { return "services/" + s.id + "/stops/" + std::to_string(i); }

/// The fastest run is the lookahead of the link: the simulation needs it to be a minute at least.
void check_running(Fields const& world, std::string const& where, Running const& running, Link const& link) {
  auto const fastest = link.fastest_run(running);
  if (fastest >= Duration::from_min(1)) return;
  world.fault(where + (running.is_speed ? "/speed_km_h" : "/running_time_h"),
              "a fastest run of " + number_text(static_cast<double>(fastest.ms()) / 1000) + " s",
              "a fastest possible run of a minute or more (bound the distribution)");
}

void check_planned(Fields const& world, Scenario const& scenario, std::string const& where, PlaceId place) {
  if (place.is_none() || !scenario.places[place].is_planned) return;
  world.fault_at(where, "a place that exists: this one is planned; a patch that sets its status opens it");
}

void check_onward(Fields const& world, Scenario const& scenario, Service const& service, std::size_t i) {
  std::string const where = stop_pointer(service, i) + "/link";
  Stop const& stop = service.stops[i];
  Stop const& next = service.stops[i + 1];
  if (stop.onward.is_none()) return;  // said by the reader
  Link const& link = scenario.links[stop.onward];
  auto const id_of = [&](PlaceId p) { return scenario.places[p].id; };
  bool const is_known = !stop.place.is_none() && !next.place.is_none() && !link.from.is_none() && !link.to.is_none();
  if (is_known && (link.from != stop.place || link.to != next.place)) {
    world.fault(where, link.id + ", which runs from " + id_of(link.from) + " to " + id_of(link.to),
                "a link from " + id_of(stop.place) + " to " + id_of(next.place));
  }
  if (link.mode != service.mode) {
    world.fault(where, link.id + ", which is " + name_of(link.mode),
                std::string{"a link of the service's mode, "} + name_of(service.mode));
  }
  if (stop.running) check_running(world, stop_pointer(service, i), *stop.running, link);
}

void check_stop(Fields const& world, Scenario const& scenario, Service const& service, std::size_t i) {
  std::string const where = stop_pointer(service, i);
  Stop const& stop = service.stops[i];
  check_planned(world, scenario, where + "/place", stop.place);
  if (!stop.process.is_none() && scenario.processes[stop.process].stage != Stage::vehicle) {
    world.fault_at(where + "/process", "a process that is \"at\": \"vehicle\"");
  }
  if (i == 0 && !stop.process.is_none()) {
    world.fault_at(where + "/process", "no process at the first stop: a vehicle is made up there, it does not come in");
  }
  if (i + 1 < service.stops.size()) {
    check_onward(world, scenario, service, i);
  } else if (!stop.onward.is_none() || stop.running) {
    world.fault(where, "a way onward", "nothing beyond the last stop");
  }
}

}  // namespace

void check_network(Fields const& world, Scenario const& scenario) {
  for (Link const& link : scenario.links) check_running(world, "links/" + link.id, link.running, link);
  for (Service const& service : scenario.services) {
    for (std::size_t i = 0; i < service.stops.size(); ++i) check_stop(world, scenario, service, i);
  }
  for (Flow const& flow : scenario.flows) {
    check_planned(world, scenario, pointer_of(flow) + "/from", flow.from);
    check_planned(world, scenario, pointer_of(flow) + "/to", flow.to);
  }
}

void check(Fields const& world, Scenario& scenario) {
  if (world.reading().problems.is_full()) return;  // the reading was broken off
  if (scenario.tokens.size() > TokenSet::kCapacity) {
    world.fault("places", std::to_string(scenario.tokens.size()) + " tokens",
                "at most " + std::to_string(TokenSet::kCapacity) + " different tokens in a world");
  }
  auto const before = world.reading().problems.count();
  check_network(world, scenario);
  check_flows(world, scenario);
  check_boxes(world, scenario);
  check_pools(world, scenario);
  if (before == world.reading().problems.count()) exclude_undesignated(world, scenario);
  check_conditions(world, scenario);
  set_resources(world, scenario);
  apply_disruptions(world, scenario);
  // What failed to be read would only be missed there; rules that failed are left out.
  if (before == world.reading().faults_in_rules) check_rules(world, scenario);
}

}  // namespace shudao::scenarios

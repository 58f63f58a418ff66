#include "scenarios/passage.h"

#include <algorithm>

namespace shudao::scenarios {

Passages::Passages(Scenario const& scenario) : scenario_{scenario}, dates_{rule_dates(scenario)} {
  dates_.insert(dates_.begin(), scenario.start);
}

Passage Passages::of(Flow const& flow, std::string const& firm_class) {
  Passage passage;
  for (Route const& route : flow.routes) add_route(passage, flow, firm_class, route);
  if (flow.boxes) {
    passage.boxes.insert(scenario_.boxes[flow.boxes->kind].id);
    for (PlaceId const depot : {flow.boxes->taken_from, flow.boxes->given_back_to})
      passage.depots.insert(scenario_.places[depot].id);
  }
  add_steps(passage, &flow, firm_class);
  add_steps(passage, nullptr, {});
  return passage;
}

void Passages::add_route(Passage& passage, Flow const& flow, std::string const& firm_class, Route const& route) {
  std::string way = route.name + ":";
  for (std::size_t i = 0; i < route.legs.size(); ++i) {
    RouteLeg const& leg = route.legs[i];
    Service const& service = scenario_.services[leg.service];
    std::string const& from = scenario_.places[service.stops[leg.board].place].id;
    way += " " + from + " " + service.id + " " + scenario_.places[service.stops[leg.leave].place].id;
    passage.services.insert(service.id);
    add_stand(passage, service.stops[leg.board].place, service.mode);
    add_stand(passage, service.stops[leg.leave].place, service.mode);
    if (i == 0) add_process_at(passage, service.stops[leg.board].place, Stage::origin, flow, firm_class);
    for (auto at = leg.board; at <= leg.leave; ++at) {
      Stop const& stop = service.stops[at];
      if (!stop.process.is_none()) passage.processes.insert(scenario_.processes[stop.process].id);
      if (at < leg.leave) passage.links.insert(scenario_.links[stop.onward].id);
      if (at == leg.board || at == leg.leave) continue;
      passage.passes.insert(scenario_.places[stop.place].id);
      add_process_at(passage, stop.place, Stage::aboard, flow, firm_class);
    }
    bool const is_last = i + 1 == route.legs.size();
    add_process_at(passage, service.stops[leg.leave].place, is_last ? Stage::destination : Stage::transfer, flow,
                   firm_class);
  }
  passage.ways.push_back(std::move(way));
}

/// A yard that is part of another is that other's.
void Passages::add_stand(Passage& passage, PlaceId id, Mode mode) {
  Place const& place = scenario_.places[id];
  passage.stands.insert(place.id);
  if (!place.yard.shared_with.is_none()) passage.stands.insert(scenario_.places[place.yard.shared_with].id);
  passage.modes.insert(place.id + " " + name_of(mode));
  for (Handling const& handling : place.handling)
    if (handling.mode == mode) add_resource(passage, handling.resource);
  if (place.gate && mode == Mode::road) add_resource(passage, place.gate->resource);
}

void Passages::add_process_at(Passage& passage, PlaceId place, Stage stage, Flow const& flow,
                              std::string const& firm_class) const {
  for (Process const& process : scenario_.processes) {
    if (process.place == place && process.stage == stage && holds(process.applies_to, flow, firm_class))
      passage.processes.insert(process.id);
  }
}

/// Who serves the steps of these processes, at any date of the run.
void Passages::add_steps(Passage& passage, Flow const* flow, std::string const& firm_class) {
  for (SimTime const date : dates_) {
    auto const rules = rules_in_force(scenario_, flow, firm_class, date);
    for (Process const& process : under(rules)) {
      bool const is_theirs = (process.stage == Stage::vehicle) == (flow == nullptr);
      if (!is_theirs || !passage.processes.contains(process.id)) continue;
      for (Step const& step : process.steps) {
        add_resource(passage, step.resource);
        if (!step.calendar.is_none()) passage.calendars.insert(scenario_.calendars[step.calendar].id);
      }
    }
  }
}

/// With its hours, and those that rules give it.
void Passages::add_resource(Passage& passage, ResourceId id) const {
  if (id.is_none()) return;
  Resource const& resource = scenario_.resources[id];
  passage.resources.insert(resource.id);
  if (!resource.calendar.is_none()) passage.calendars.insert(scenario_.calendars[resource.calendar].id);
  for (Rule const& rule : scenario_.rules) {
    for (PlacedRewrite const& rewrite : rule.rewrites) {
      auto const* set = std::get_if<SetResource>(&rewrite.verb);
      bool const is_set = set != nullptr && set->resource == id && set->calendar && !set->calendar->is_none();
      if (is_set) passage.calendars.insert(scenario_.calendars[*set->calendar].id);
    }
  }
}

ProcessSet const& Passages::under(std::vector<Rule const*> const& rules) {
  if (rules.empty()) return scenario_.processes;
  auto const found = std::find_if(known_.begin(), known_.end(), [&](auto const& one) { return one.first == rules; });
  if (found != known_.end()) return found->second;
  return known_.emplace_back(rules, under_rules(scenario_.processes, rules)).second;
}

}  // namespace shudao::scenarios

#include <algorithm>
#include <set>

#include "scenarios/checks.h"

namespace shudao::scenarios {

namespace {

std::string lot_text(Flow const& flow) {
  return "lots of up to " + number_text(flow.lot_teu.upper()) + " TEU" + (flow.may_split ? "" : " that may not split");
}

std::string size_pointer(Flow const& flow) { return pointer_of(flow) + (flow.is_empties ? "/send_teu" : "/lot_teu"); }

void check_yard(Fields const& world, Scenario const& scenario, Flow const& flow, PlaceId place) {
  if (place.is_none()) return;
  auto const& capacity = scenario.places[place].yard.capacity;
  if (!capacity || flow.lot_teu.upper() < static_cast<double>(capacity->count()) + 0.5) return;
  world.fault(
      size_pointer(flow), lot_text(flow),
      "lots that fit the yard of " + scenario.places[place].id + ", " + std::to_string(capacity->count()) + " TEU");
}

std::vector<RouteLeg> all_legs(Flow const& flow) {
  std::vector<RouteLeg> legs;
  for (Route const& route : flow.routes) legs.insert(legs.end(), route.legs.begin(), route.legs.end());
  return legs;
}

/// A lot must fit every yard on its route, where its parts wait for each other; one that may not split, every vehicle.
void check_lots(Fields const& world, Scenario const& scenario, Flow const& flow) {
  check_yard(world, scenario, flow, flow.from);
  for (RouteLeg const& leg : all_legs(flow)) {
    Service const& service = scenario.services[leg.service];
    check_yard(world, scenario, flow, service.stops[leg.leave].place);
    if (flow.may_split || flow.lot_teu.upper() < static_cast<double>(service.capacity.count()) + 0.5) continue;
    world.fault(size_pointer(flow), lot_text(flow),
                "lots that fit a vehicle of " + service.id + ", " + std::to_string(service.capacity.count()) + " TEU");
  }
}

/// Whether the route could be read to its end; otherwise its faults have been said.
bool is_whole(Scenario const& scenario, Flow const& flow, Route const& route) {
  if (route.legs.empty() || flow.to.is_none()) return false;
  auto const& first = route.legs.front();
  auto const& last = route.legs.back();
  return scenario.services[first.service].stops[first.board].place == flow.from &&
         scenario.services[last.service].stops[last.leave].place == flow.to;
}

bool passes(Scenario const& scenario, Flow const& flow, Route const& route, Corridor const& corridor) {
  auto const places = places_on_way(scenario, flow, route);
  auto const from = std::find(places.begin(), places.end(), corridor.from);
  return std::find(from, places.end(), corridor.to) != places.end();
}

void check_corridor(Fields const& world, Scenario const& scenario, Corridor const& corridor) {
  if (corridor.from.is_none() || corridor.to.is_none()) return;
  for (FlowId const id : corridor.flows) {
    Flow const& flow = scenario.flows[id];
    for (Route const& route : flow.routes) {
      if (!is_whole(scenario, flow, route) || passes(scenario, flow, route, corridor)) continue;
      std::string const which = route.name.empty() ? "" : ", by its route " + route.name;
      world.fault("corridors/" + corridor.id + "/flows", flow.id + which,
                  "flows whose route passes " + scenario.places[corridor.from].id + " and then " +
                      scenario.places[corridor.to].id);
    }
  }
}

struct Words {
  std::set<std::string> commodities, directions, firm_classes;
};

void note_unknown(Fields const& world, std::string const& holder, char const* what,
                  std::vector<std::string> const& wanted, std::set<std::string> const& known) {
  for (auto const& word : wanted) {
    if (known.contains(word)) continue;
    auto const nearest = world.likely(word, {known.begin(), known.end()});
    world.reading().notes.push_back(holder + ": no flow has the " + what + " " + word +
                                    (nearest.empty() ? "" : " (did you mean " + nearest + "?)"));
  }
}

void check_condition(Fields const& world, std::string const& holder, Condition const& c, Words const& known) {
  note_unknown(world, holder, "commodity", c.commodities, known.commodities);
  note_unknown(world, holder, "direction", c.directions, known.directions);
  note_unknown(world, holder, "firm class", c.firm_classes, known.firm_classes);
}

}  // namespace

std::vector<PlaceId> places_on_way(Scenario const& scenario, Flow const& flow, Route const& route) {
  std::vector<PlaceId> places{flow.from};
  for (RouteLeg const& leg : route.legs) {
    for (auto i = leg.board + 1; i <= leg.leave; ++i) places.push_back(scenario.services[leg.service].stops[i].place);
  }
  return places;
}

void check_flows(Fields const& world, Scenario const& scenario) {
  for (Flow const& flow : scenario.flows) check_lots(world, scenario, flow);
  for (Corridor const& corridor : scenario.corridors) check_corridor(world, scenario, corridor);
}

void check_conditions(Fields const& world, Scenario const& scenario) {
  Words known;
  for (Flow const& flow : scenario.flows) {
    known.commodities.insert(flow.commodity);
    known.directions.insert(flow.direction);
    for (auto const& firm : flow.firm_classes) known.firm_classes.insert(firm.name);
  }
  for (Process const& p : scenario.processes) check_condition(world, "process " + p.id, p.applies_to, known);
  for (Rule const& rule : scenario.rules) check_condition(world, "rule " + rule.id, rule.when, known);
}

}  // namespace shudao::scenarios

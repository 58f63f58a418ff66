#include "scenarios/checks.h"

namespace shudao::scenarios {

std::string pointer_of(Flow const& flow) {
  return flow.is_empties ? "repositioning/" + flow.id.substr(1) : "flows/" + flow.id;
}

namespace {

void check_depot(Fields const& world, Scenario const& scenario, Flow const& flow, PlaceId place, char const* key,
                 char const* end) {
  if (place.is_none()) return;
  Place const& at = scenario.places[place];
  std::string const& kind = scenario.boxes[flow.boxes->kind].id;
  bool const is_named = place != (std::string_view{end} == "from" ? flow.from : flow.to);
  std::string const where = pointer_of(flow) + "/" + (is_named ? key : flow.is_empties ? end : "container");
  if (at.stock_of(flow.boxes->kind) == nullptr) {
    std::string const otherwise = is_named || flow.is_empties ? "" : std::string{", or a \""} + key + "\" that does";
    return world.fault(where, kind + ", of which " + at.id + " keeps no depot",
                       "a kind that the depot of " + at.id + " keeps (0 TEU will do)" + otherwise);
  }
  if (at.is_planned && is_named) {
    world.fault_at(where, "a depot at a place that exists: this one is planned; a patch that sets its status opens it");
  }
}

std::int64_t fleet(Scenario const& scenario, BoxId kind) {
  std::int64_t teu = 0;
  for (Place const& place : scenario.places) {
    DepotStock const* stock = place.is_planned ? nullptr : place.stock_of(kind);
    if (stock != nullptr) teu += stock->initial.count();
  }
  return teu;
}

/// A lot that needs more boxes than there are would wait for ever, and all behind it.
void check_fleet(Fields const& world, Scenario const& scenario, Flow const& flow) {
  std::int64_t const all = fleet(scenario, flow.boxes->kind);
  if (flow.lot_teu.upper() < static_cast<double>(all) + 0.5) return;
  world.fault(pointer_of(flow) + (flow.is_empties ? "/send_teu" : "/lot_teu"),
              "lots of up to " + number_text(flow.lot_teu.upper()) + " TEU",
              "lots that the fleet of " + scenario.boxes[flow.boxes->kind].id + " can carry, " + std::to_string(all) +
                  " TEU in all depots");
}

}  // namespace

void check_boxes(Fields const& world, Scenario const& scenario) {
  for (Flow const& flow : scenario.flows) {
    if (!flow.boxes) continue;
    check_depot(world, scenario, flow, flow.boxes->taken_from, "depot", "from");
    check_depot(world, scenario, flow, flow.boxes->given_back_to, "return_depot", "to");
    check_fleet(world, scenario, flow);
  }
  for (Repositioning const& plan : scenario.repositioning) {
    Flow const& flow = scenario.flows[plan.flow];
    if (!flow.from.is_none() && flow.from == flow.to) {
      world.fault("repositioning/" + plan.id + "/to", "the place where the boxes are", "another place");
    }
  }
}

}  // namespace shudao::scenarios

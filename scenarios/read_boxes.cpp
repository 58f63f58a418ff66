#include <algorithm>

#include "scenarios/readers.h"

namespace shudao::scenarios {

DepotStock const* Place::stock_of(BoxId kind) const {
  auto const found = std::find_if(depot.begin(), depot.end(), [&](DepotStock const& s) { return s.kind == kind; });
  return found == depot.end() ? nullptr : &*found;
}

void read_boxes(Fields& world, Scenario& scenario) {
  world.each("boxes", Need::optional, [&](std::string const& id, Fields& f) {
    BoxKind kind;
    kind.id = id;
    kind.name = read_text(f, "name", Need::required);
    f.texts("plans", Role::label);
    kind.tonnes_per_teu = f.number("tonnes_per_teu", between(0, 100), Need::optional).value_or(0);
    scenario.boxes.push_back(std::move(kind));
  });
}

std::vector<DepotStock> read_depot(Fields& place) {
  std::vector<DepotStock> stocks;
  place.object("depot", Need::optional, [&](Fields& depot) {
    depot.each("boxes", Need::required, [&](std::string const& id, Fields& f) {
      double const teu = f.number("teu", whole(0), Need::required).value_or(0);
      auto const& kinds = f.reading().names.boxes;
      if (auto const kind = kinds.find(id)) {
        stocks.push_back({BoxId{*kind}, Teu::of(to_nearest(teu))});
      } else if (!f.is_describing()) {
        f.fault("", id, "a kind of box that \"boxes\" of the world names", f.likely(id, kinds.names()));
      }
    });
  });
  return stocks;
}

std::optional<BoxUse> read_box_use(Fields& flow, PlaceId from, PlaceId to) {
  auto const& names = flow.reading().names;
  auto const kind = flow.reference("container", names.boxes, Need::optional);
  auto const taken = flow.reference("depot", names.places, Need::optional);
  auto const given = flow.reference("return_depot", names.places, Need::optional);
  auto const after = flow.number("return_h", between(0, 1e5), Need::optional);
  if (flow.is_describing()) return std::nullopt;
  if (!flow.has("container")) {
    for (char const* key : {"depot", "return_depot", "return_h"}) {
      if (flow.has(key)) flow.fault(key, "no \"container\" beside it", "a kind of box, whose depot this is");
    }
  }
  if (!kind) return std::nullopt;
  return BoxUse{BoxId{*kind}, taken ? PlaceId{*taken} : from, given ? PlaceId{*given} : to,
                Duration::from_h(after.value_or(0))};
}

namespace {

/// Empties are consignments like others, but of no value and nobody's demand.
Flow flow_of(Fields& f, std::string const& id, Scenario const& scenario) {
  auto const& names = f.reading().names;
  Flow flow;
  flow.id = "~" + id;
  flow.is_empties = true;
  flow.commodity = flow.regime = flow.direction = "empty";
  flow.firm_classes = {{"ordinary", 1.0}};
  flow.from = id_or_none<PlaceId>(f.reference("from", names.places, Need::required));
  flow.to = id_or_none<PlaceId>(f.reference("to", names.places, Need::required));
  auto const kind = id_or_none<BoxId>(f.reference("container", names.boxes, Need::required));
  if (!kind.is_none() && kind.index() < scenario.boxes.size()) {
    flow.boxes = BoxUse{kind, flow.from, flow.to, Duration{}};
    flow.tonnes_per_teu = scenario.boxes[kind].tonnes_per_teu;
    Text const& boxes = scenario.boxes[kind].name;
    flow.name = {"空箱调运（" + boxes.zh + "）", "empties (" + boxes.en + ")"};
  }
  flow.routes = {{"", read_route(f, scenario, flow.from, flow.to)}};
  return flow;
}

}  // namespace

void read_repositioning(Fields& world, Scenario& scenario) {
  world.each("repositioning", Need::optional, [&](std::string const& id, Fields& f) {
    Repositioning plan;
    plan.id = id;
    f.texts("plans", Role::label);
    Flow flow = flow_of(f, id, scenario);
    plan.keep = Teu::of(to_nearest(f.number("keep_teu", whole(0), Need::required).value_or(0)));
    plan.send = Teu::of(to_nearest(f.number("send_teu", whole(1, 1e6), Need::required).value_or(1)));
    plan.every = Duration::from_h(f.number("every_h", between(1.0 / 60, 1e5), Need::required).value_or(1));
    flow.lot_teu = Distribution{Constant{static_cast<double>(plan.send.count())}};
    plan.flow = scenario.flows.push_back(std::move(flow));
    scenario.repositioning.push_back(std::move(plan));
  });
}

}  // namespace shudao::scenarios

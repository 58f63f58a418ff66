#include "scenarios/remover.h"

#include <algorithm>

#include "scenarios/document_parts.h"

namespace shudao::scenarios {
namespace {

bool has_stop(Json& service, char const* key, std::string const& id) {
  Json* stops = service.find("stops");
  return stops != nullptr && std::any_of(stops->items.begin(), stops->items.end(),
                                         [&](Json const& stop) { return text_at(stop, key) == id; });
}

bool uses(Json const* legs, std::string const& service) {
  return legs != nullptr && std::any_of(legs->items.begin(), legs->items.end(),
                                        [&](Json const& leg) { return text_at(leg, "service") == service; });
}

/// Whether a route is left. One alone is a route without choice.
bool drop_routes(Json& flow, Json& routes, std::string const& service) {
  std::set<std::string> gone;
  for (auto const& [name, route] : routes.members) {
    if (uses(route.find("legs"), service)) gone.insert(name);
  }
  for (auto const& name : gone) routes.erase(name);
  if (routes.members.size() == 1 && !gone.empty()) {
    Json const legs = *routes.members.front().value.find("legs");
    flow.erase("routes");
    flow.erase("choice");
    flow.set("route", legs);
    return true;
  }
  if (Json* choice = flow.find("choice"); choice != nullptr && !gone.empty()) choice->erase("shares");
  return !routes.members.empty();
}

}  // namespace

Steps steps_of(std::string const& pointer) {
  Steps steps;
  for (std::size_t at = 0; at < pointer.size();) {
    std::size_t const end = std::min(pointer.find('/', at + 1), pointer.size());
    steps.push_back(pointer.substr(at + 1, end - at - 1));
    at = end;
  }
  return steps;
}

bool Remover::remove(Steps const& steps) {
  if (steps.size() < 2 || at(world_, steps) == nullptr) return false;
  std::string const& kind = steps[0];
  if (steps.size() == 2) return remove_thing(kind, steps[1]);
  if (kind == "places" && steps.size() >= 4) {
    if (steps[2] == "resources" && steps.size() == 4) return remove_resource(steps[1], steps[3]);
    if (steps[2] == "processes" && steps.size() == 4) return remove_process(steps[1], steps[3]);
    if (steps[2] == "processes" && steps.size() == 6) return remove_step(steps[1], steps[3], steps[5]);
  }
  return remove_member(steps);
}

bool Remover::remove_thing(std::string const& kind, std::string const& id) {
  if (kind == "places") remove_place(id);
  if (kind == "links") remove_link(id);
  if (kind == "services") remove_service(id);
  if (kind == "flows") remove_flow(id);
  if (kind == "corridors") remove_corridor(id);
  if (kind == "calendars") forget_calendar(id);
  if (kind == "boxes") forget_boxes(id);
  erase(kind.c_str(), id);
  return true;
}

bool Remover::remove_member(Steps steps) {
  std::string const last = steps.back();
  steps.pop_back();
  Json* holder = at(world_, steps);
  if (holder->is(Json::Kind::array)) {
    holder->items.erase(holder->items.begin() + static_cast<std::ptrdiff_t>(std::stoul(last)));
  } else {
    holder->erase(last);
  }
  return true;
}

void Remover::erase(char const* kind, std::string const& id) {
  if (Json* things = world_.find(kind)) things->erase(id);
}

Remover::Ids Remover::those(char const* kind, std::function<bool(Json&)> const& is_meant) {
  Ids ids;
  each(world_, kind, [&](std::string const& id, Json& thing) {
    if (is_meant(thing)) ids.insert(id);
  });
  return ids;
}

void Remover::remove_all(char const* kind, Ids const& ids) {
  for (auto const& id : ids) {
    if (Json* things = world_.find(kind); things != nullptr && things->find(id) != nullptr) remove_thing(kind, id);
  }
}

void Remover::remove_place(std::string const& id) {
  auto const touches = [&](Json const& thing) { return text_at(thing, "from") == id || text_at(thing, "to") == id; };
  remove_all("services", those("services", [&](Json& service) { return has_stop(service, "place", id); }));
  remove_all("links", those("links", touches));
  remove_all("flows", those("flows", [&](Json& flow) {
               return touches(flow) || text_at(flow, "depot") == id || text_at(flow, "return_depot") == id;
             }));
  remove_all("repositioning", those("repositioning", touches));
  remove_all("corridors", those("corridors", touches));
  if (Json* place = at(world_, {"places", id})) {
    Ids resources;
    each(*place, "resources", [&](std::string const& local, Json&) { resources.insert(local); });
    for (auto const& local : resources) forget_resource(id, local);
  }
  each(world_, "places", [&](auto const&, Json& other) {
    Json* yard = other.find("yard");
    if (yard != nullptr && text_at(*yard, "shared_with") == id) yard->erase("shared_with");
  });
  each(world_, "flows", [&](auto const&, Json& flow) {
    if (text_at(flow, "registered_at") == id) flow.erase("registered_at");
  });
  drop_from_rules("at", id);
  drop_rewrites_naming(id + "/");
}

void Remover::remove_link(std::string const& id) {
  remove_all("services", those("services", [&](Json& service) { return has_stop(service, "link", id); }));
  remove_all("disruptions", those("disruptions", [&](Json const& d) { return text_at(d, "link") == id; }));
}

void Remover::remove_service(std::string const& id) {
  Ids stranded;
  each(world_, "flows", [&](std::string const& flow_id, Json& flow) {
    if (uses(flow.find("route"), id)) stranded.insert(flow_id);
    if (Json* routes = flow.find("routes"); routes != nullptr && !drop_routes(flow, *routes, id))
      stranded.insert(flow_id);
  });
  remove_all("flows", stranded);
  remove_all("repositioning", those("repositioning", [&](Json const& plan) { return uses(plan.find("route"), id); }));
}

void Remover::remove_flow(std::string const& id) {
  Ids empty;
  each(world_, "corridors", [&](std::string const& corridor, Json& thing) {
    if (drop(thing.find("flows"), id)) empty.insert(corridor);
  });
  for (auto const& corridor : empty) erase("corridors", corridor);
  drop_conditions(id);
}

void Remover::drop_conditions(std::string const& flow) {
  auto const loses_all = [&](Json& thing) {
    Json* when = thing.find("when");
    return when != nullptr && drop(when->find("flows"), flow);
  };
  Ids rules = those("rules", loses_all);
  for (auto const& rule : rules) erase("rules", rule);
  std::vector<std::pair<std::string, std::string>> processes;
  each(world_, "places", [&](std::string const& place, Json& thing) {
    each(thing, "processes", [&](std::string const& id, Json& process) {
      if (loses_all(process)) processes.emplace_back(place, id);
    });
  });
  for (auto const& [place, id] : processes) remove_process(place, id);
}

void Remover::remove_corridor(std::string const& id) {
  Json* flows = at(world_, {"corridors", id, "flows"});
  Ids ids;
  if (flows != nullptr) {
    for (Json const& flow : flows->items) ids.insert(flow.text);
  }
  remove_all("flows", ids);
}

void Remover::forget_boxes(std::string const& id) {
  each(world_, "flows", [&](auto const&, Json& flow) {
    if (text_at(flow, "container") != id) return;
    for (char const* key : {"container", "depot", "return_depot", "return_h"}) flow.erase(key);
  });
  each(world_, "places", [&](auto const&, Json& place) {
    Json* boxes = at(place, {"depot", "boxes"});
    if (boxes == nullptr) return;
    boxes->erase(id);
    if (boxes->members.empty()) place.erase("depot");
  });
  remove_all("repositioning", those("repositioning", [&](Json const& p) { return text_at(p, "container") == id; }));
}

}  // namespace shudao::scenarios

#include "scenarios/without.h"

#include <algorithm>
#include <functional>
#include <set>

#include "scenarios/parse.h"
#include "scenarios/problems.h"
#include "scenarios/read.h"
#include "sim/base/errors.h"

namespace shudao::scenarios {

namespace {

using Steps = std::vector<std::string>;
using Ids = std::set<std::string>;

Steps steps_of(std::string const& pointer) {
  Steps steps;
  for (std::size_t at = 0; at < pointer.size();) {
    std::size_t const end = std::min(pointer.find('/', at + 1), pointer.size());
    steps.push_back(pointer.substr(at + 1, end - at - 1));
    at = end;
  }
  return steps;
}

Json* at(Json& json, Steps const& steps) {
  Json* found = &json;
  for (std::string const& step : steps) {
    if (found->is(Json::Kind::array)) {
      bool const is_index =
          !step.empty() && step.find_first_not_of("0123456789") == std::string::npos && step.size() < 7;
      std::size_t const index = is_index ? std::stoul(step) : found->items.size();
      found = index < found->items.size() ? &found->items[index] : nullptr;
    } else {
      found = found->find(step);
    }
    if (found == nullptr) return nullptr;
  }
  return found;
}

std::string text_at(Json const& json, char const* key) {
  Json const* member = json.find(key);
  return member != nullptr && member->is(Json::Kind::text) ? member->text : "";
}

using Visit = std::function<void(std::string const& id, Json& thing)>;

void each(Json& holder, char const* key, Visit const& visit) {
  Json* things = holder.find(key);
  if (things == nullptr) return;
  for (auto& [id, thing] : things->members) visit(id, thing);
}

/// Every step of every process.
void each_step(Json& world, Visit const& visit) {
  each(world, "places", [&](auto const&, Json& place) {
    each(place, "processes", [&](auto const&, Json& process) { each(process, "steps", visit); });
  });
}

/// Takes the world apart, one element and what hangs on it after the other.
class Remover {
 public:
  explicit Remover(Json& world) : world_{world} {}

  bool remove(Steps const& steps) {
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

 private:
  bool remove_thing(std::string const& kind, std::string const& id) {
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

  bool remove_member(Steps steps) {
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

  void erase(char const* kind, std::string const& id) {
    if (Json* things = world_.find(kind)) things->erase(id);
  }

  /// The ids of the things of a kind for which `is_meant` holds.
  Ids those(char const* kind, std::function<bool(Json&)> const& is_meant) {
    Ids ids;
    each(world_, kind, [&](std::string const& id, Json& thing) {
      if (is_meant(thing)) ids.insert(id);
    });
    return ids;
  }

  void remove_all(char const* kind, Ids const& ids) {
    for (auto const& id : ids) {
      if (Json* things = world_.find(kind); things != nullptr && things->find(id) != nullptr) remove_thing(kind, id);
    }
  }

  static bool has_stop(Json& service, char const* key, std::string const& id) {
    Json* stops = service.find("stops");
    return stops != nullptr && std::any_of(stops->items.begin(), stops->items.end(),
                                           [&](Json const& stop) { return text_at(stop, key) == id; });
  }

  void remove_place(std::string const& id) {
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

  void remove_link(std::string const& id) {
    remove_all("services", those("services", [&](Json& service) { return has_stop(service, "link", id); }));
    remove_all("disruptions", those("disruptions", [&](Json const& d) { return text_at(d, "link") == id; }));
  }

  static bool uses(Json const* legs, std::string const& service) {
    return legs != nullptr && std::any_of(legs->items.begin(), legs->items.end(),
                                          [&](Json const& leg) { return text_at(leg, "service") == service; });
  }

  void remove_service(std::string const& id) {
    Ids stranded;
    each(world_, "flows", [&](std::string const& flow_id, Json& flow) {
      if (uses(flow.find("route"), id)) stranded.insert(flow_id);
      if (Json* routes = flow.find("routes"); routes != nullptr && !drop_routes(flow, *routes, id))
        stranded.insert(flow_id);
    });
    remove_all("flows", stranded);
    remove_all("repositioning", those("repositioning", [&](Json const& plan) { return uses(plan.find("route"), id); }));
  }

  /// Whether a route is left. One alone is a route without choice.
  static bool drop_routes(Json& flow, Json& routes, std::string const& service) {
    Ids gone;
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

  void remove_flow(std::string const& id) {
    Ids empty;
    each(world_, "corridors", [&](std::string const& corridor, Json& thing) {
      if (drop(thing.find("flows"), id)) empty.insert(corridor);
    });
    for (auto const& corridor : empty) erase("corridors", corridor);
    drop_conditions(id);
  }

  /// Takes a text out of a list; whether the list has lost its last one by it.
  static bool drop(Json* list, std::string const& text) {
    if (list == nullptr) return false;
    auto const gone = std::erase_if(list->items, [&](Json const& item) { return item.text == text; });
    return gone > 0 && list->items.empty();
  }

  /// What concerned the flow alone concerns nobody any more: an empty condition would concern everybody.
  void drop_conditions(std::string const& flow) {
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

  void remove_corridor(std::string const& id) {
    Json* flows = at(world_, {"corridors", id, "flows"});
    Ids ids;
    if (flows != nullptr) {
      for (Json const& flow : flows->items) ids.insert(flow.text);
    }
    remove_all("flows", ids);
  }

  void forget_calendar(std::string const& id) {
    auto const forget = [&](auto const&, Json& thing) {
      if (text_at(thing, "calendar") == id) thing.erase("calendar");
    };
    each(world_, "places", [&](auto const&, Json& place) { each(place, "resources", forget); });
    each_step(world_, forget);
    drop_rewrites([&](Json const& rewrite) { return text_at(rewrite, "calendar") == id; });
  }

  void forget_boxes(std::string const& id) {
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

  bool remove_resource(std::string const& place, std::string const& local) {
    forget_resource(place, local);
    at(world_, {"places", place, "resources"})->erase(local);
    return true;
  }

  void forget_resource(std::string const& place, std::string const& local) {
    std::string const full = place + "/" + local;
    each(world_, "places", [&](std::string const& id, Json& other) {
      auto const forget = [&](auto const&, Json& thing) {
        auto const named = text_at(thing, "resource");
        if (named == full || (id == place && named == local)) thing.erase("resource");
      };
      each(other, "processes", [&](auto const&, Json& process) { each(process, "steps", forget); });
      each(other, "handling", forget);
      if (Json* gate = other.find("gate")) forget("", *gate);
    });
    remove_all("disruptions", those("disruptions", [&](Json const& d) { return text_at(d, "resource") == full; }));
    drop_rewrites([&](Json const& r) {
      return text_at(r, "set_resource") == full || text_at(r, "resource") == full ||
             names_local_resource(r, place, local);
    });
  }

  /// A rewrite at the place that names its resource by the short name.
  static bool names_local_resource(Json const& rewrite, std::string const& place, std::string const& local) {
    Json const* step = rewrite.find("step");
    std::string const named = text_at(step == nullptr ? rewrite : *step, "resource");
    if (named != local) return false;
    for (auto const& [key, value] : rewrite.members) {
      auto const is_there = [&](Json const& name) { return name.text.starts_with(place + "/"); };
      if (is_there(value) || std::any_of(value.items.begin(), value.items.end(), is_there)) return true;
    }
    return false;
  }

  bool remove_process(std::string const& place, std::string const& id) {
    Json* process = at(world_, {"places", place, "processes", id});
    if (process == nullptr) return false;
    Ids steps;
    each(*process, "steps", [&](std::string const& step, Json&) { steps.insert(step); });
    for (auto const& step : steps) remove_step(place, id, step);
    Json* left = process->find("steps");
    if (left != nullptr && !left->members.empty()) return true;
    at(world_, {"places", place, "processes"})->erase(id);
    each(world_, "services", [&](auto const&, Json& service) {
      if (Json* stops = service.find("stops")) {
        for (Json& stop : stops->items) {
          if (text_at(stop, "place") == place && text_at(stop, "process") == id) stop.erase("process");
        }
      }
    });
    drop_rewrites_naming(place + "/" + id);
    return true;
  }

  /// A step that grants tokens stays, without any work, so that others are not held up.
  bool remove_step(std::string const& place, std::string const& process, std::string const& id) {
    Json* steps = at(world_, {"places", place, "processes", process, "steps"});
    Json* step = steps == nullptr ? nullptr : steps->find(id);
    if (step == nullptr) return false;
    Json rest = Json::object();
    for (char const* key : {"after", "needs", "grants", "skip_if"}) {
      if (Json const* member = step->find(key)) rest.set(key, *member);
    }
    if (rest.find("grants") != nullptr) {
      *step = std::move(rest);
      return true;
    }
    Json const* after = step->find("after");
    Json const before = after == nullptr ? Json::array() : *after;
    for (auto& [other, value] : steps->members) bridge(value, id, before);
    steps->erase(id);
    drop_rewrites_naming(place + "/" + process + "/" + id);
    return true;
  }

  static void bridge(Json& step, std::string const& gone, Json const& before) {
    Json* after = step.find("after");
    if (after == nullptr) return;
    auto const count = std::erase_if(after->items, [&](Json const& item) { return item.text == gone; });
    if (count == 0) return;
    for (Json const& item : before.items) {
      if (std::find(after->items.begin(), after->items.end(), item) == after->items.end()) after->items.push_back(item);
    }
  }

  void drop_from_rules(char const* key, std::string const& id) {
    each(world_, "rules", [&](auto const&, Json& rule) { drop(rule.find(key), id); });
  }

  void drop_rewrites(std::function<bool(Json const&)> const& is_meant) {
    each(world_, "rules", [&](auto const&, Json& rule) {
      if (Json* rewrites = rule.find("rewrites")) std::erase_if(rewrites->items, is_meant);
    });
  }

  /// Rewrites of anything that begins with the name.
  void drop_rewrites_naming(std::string const& name) {
    auto const is_it = [&](Json const& value) {
      return value.is(Json::Kind::text) &&
             (value.text == name || value.text.starts_with(name.back() == '/' ? name : name + "/"));
    };
    drop_rewrites([&](Json const& rewrite) {
      return std::any_of(rewrite.members.begin(), rewrite.members.end(), [&](auto const& member) {
        auto const& items = member.value.items;
        return is_it(member.value) || std::any_of(items.begin(), items.end(), is_it);
      });
    });
  }

  Json& world_;
};

/// What to take away where the reader refuses something: the thing that stands there.
Steps culprit(std::string const& pointer) {
  Steps steps = steps_of(pointer);
  if (steps.size() > 3 && steps[0] == "rules" && steps[2] == "rewrites") return {steps[0], steps[1]};
  if (steps.size() > 6 && steps[0] == "places" && steps[2] == "processes") return {steps.begin(), steps.begin() + 7};
  if (steps.size() > 3 && steps[0] == "places") return {steps.begin(), steps.begin() + 4};
  if (steps.size() > 2) steps.resize(2);
  return steps;
}

constexpr int kMostRepairs = 20;

}  // namespace

bool take_away(Json& document, std::string const& pointer) { return Remover{document}.remove(steps_of(pointer)); }

std::optional<Scenario> without(Scenario const& scenario, std::string const& pointer) {
  Problems problems;
  auto document = parse_json(scenario.document, problems.add_file(scenario.id), problems);
  problems.throw_if_any();
  if (!take_away(*document, pointer)) return std::nullopt;
  for (int repair = 0; repair < kMostRepairs; ++repair) {
    try {
      return read_document(canonical_text(*document), scenario.id);
    } catch (InputErrors const& wrong) {
      bool has_changed = false;
      for (auto const& error : wrong.errors()) has_changed |= Remover{*document}.remove(culprit(error.pointer));
      if (!has_changed) return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace shudao::scenarios

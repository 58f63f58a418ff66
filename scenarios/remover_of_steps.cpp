#include "scenarios/remover.h"
#include <algorithm>

#include "scenarios/document_parts.h"

namespace shudao::scenarios {
namespace {

/// A rewrite at the place that names its resource by the short name.
bool names_local_resource(Json const& rewrite, std::string const& place, std::string const& local) {
  Json const* step = rewrite.find("step");
  std::string const named = text_at(step == nullptr ? rewrite : *step, "resource");
  if (named != local) return false;
  for (auto const& [key, value] : rewrite.members) {
    auto const is_there = [&](Json const& name) { return name.text.starts_with(place + "/"); };
    if (is_there(value) || std::any_of(value.items.begin(), value.items.end(), is_there)) return true;
  }
  return false;
}

void bridge(Json& step, std::string const& gone, Json const& before) {
  Json* after = step.find("after");
  if (after == nullptr) return;
  auto const count = std::erase_if(after->items, [&](Json const& item) { return item.text == gone; });
  if (count == 0) return;
  for (Json const& item : before.items) {
    if (std::find(after->items.begin(), after->items.end(), item) == after->items.end()) after->items.push_back(item);
  }
}

}  // namespace

void Remover::forget_calendar(std::string const& id) {
  auto const forget = [&](auto const&, Json& thing) {
    if (text_at(thing, "calendar") == id) thing.erase("calendar");
  };
  each(world_, "places", [&](auto const&, Json& place) { each(place, "resources", forget); });
  each_step(world_, forget);
  drop_rewrites([&](Json const& rewrite) { return text_at(rewrite, "calendar") == id; });
}

bool Remover::remove_resource(std::string const& place, std::string const& local) {
  forget_resource(place, local);
  at(world_, {"places", place, "resources"})->erase(local);
  return true;
}

void Remover::forget_resource(std::string const& place, std::string const& local) {
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

bool Remover::remove_process(std::string const& place, std::string const& id) {
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

bool Remover::remove_step(std::string const& place, std::string const& process, std::string const& id) {
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

void Remover::drop_from_rules(char const* key, std::string const& id) {
  each(world_, "rules", [&](auto const&, Json& rule) { drop(rule.find(key), id); });
}

void Remover::drop_rewrites(std::function<bool(Json const&)> const& is_meant) {
  each(world_, "rules", [&](auto const&, Json& rule) {
    if (Json* rewrites = rule.find("rewrites")) std::erase_if(rewrites->items, is_meant);
  });
}

void Remover::drop_rewrites_naming(std::string const& name) {
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

}  // namespace shudao::scenarios

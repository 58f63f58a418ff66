#include "scenarios/names.h"

#include <algorithm>

#include "sim/base/errors.h"

namespace shudao::scenarios {

namespace {

std::vector<std::string> keys_of(Json const& parent, char const* key) {
  std::vector<std::string> keys;
  if (Json const* things = parent.find(key)) {
    for (auto const& member : things->members) keys.push_back(member.key);
  }
  return keys;
}

/// "place/thing" for all things of one kind that places have.
std::vector<std::string> things_of_places(Json const& world, char const* kind) {
  std::vector<std::string> names;
  Json const* places = world.find("places");
  if (places == nullptr) return names;
  for (auto const& place : places->members) {
    for (auto const& local : keys_of(place.value, kind)) names.push_back(place.key + "/" + local);
  }
  return names;
}

void add_grants(Json const& holder, std::vector<std::string>& tokens) {
  Json const* grants = holder.find("grants");
  if (grants == nullptr) return;
  for (Json const& token : grants->items) {
    if (token.is(Json::Kind::text)) tokens.push_back(token.text);
  }
}

void add_grants_of_places(Json const& world, std::vector<std::string>& tokens) {
  Json const* places = world.find("places");
  if (places == nullptr) return;
  for (auto const& place : places->members) {
    Json const* processes = place.value.find("processes");
    if (processes == nullptr) continue;
    for (auto const& process : processes->members) {
      Json const* steps = process.value.find("steps");
      if (steps == nullptr) continue;
      for (auto const& step : steps->members) add_grants(step.value, tokens);
    }
  }
}

void add_grants_of_rules(Json const& world, std::vector<std::string>& tokens) {
  Json const* rules = world.find("rules");
  if (rules == nullptr) return;
  for (auto const& rule : rules->members) {
    Json const* rewrites = rule.value.find("rewrites");
    if (rewrites == nullptr) continue;
    for (Json const& rewrite : rewrites->items) {
      add_grants(rewrite, tokens);
      if (Json const* step = rewrite.find("step")) add_grants(*step, tokens);
    }
  }
}

/// A token exists when something grants it.
std::vector<std::string> tokens_of(Json const& world) {
  std::vector<std::string> tokens;
  add_grants_of_places(world, tokens);
  add_grants_of_rules(world, tokens);
  return tokens;
}

}  // namespace

NameTable::NameTable(std::string kind, std::vector<std::string> names)
    : kind_{std::move(kind)}, names_{std::move(names)} {
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

std::optional<std::size_t> NameTable::find(std::string_view name) const {
  auto const at = std::lower_bound(names_.begin(), names_.end(), name,
                                   [](std::string const& n, std::string_view wanted) { return n.compare(wanted) < 0; });
  if (at == names_.end() || *at != name) return std::nullopt;
  return static_cast<std::size_t>(at - names_.begin());
}

Names::Names() : Names{Json{}} {}

Names::Names(Json const& world)
    : sources{"source", keys_of(world, "sources")},
      calendars{"calendar", keys_of(world, "calendars")},
      places{"place", keys_of(world, "places")},
      resources{"resource", things_of_places(world, "resources")},
      links{"link", keys_of(world, "links")},
      services{"service", keys_of(world, "services")},
      processes{"process", things_of_places(world, "processes")},
      flows{"flow", keys_of(world, "flows")},
      boxes{"kind of box", keys_of(world, "boxes")},
      tokens{"token", tokens_of(world)} {}

std::vector<std::string> Names::local_names(NameTable const& things, std::string_view place) {
  std::string const prefix = std::string{place} + "/";
  std::vector<std::string> locals;
  auto const& names = things.names();
  auto at = std::lower_bound(names.begin(), names.end(), prefix);
  for (; at != names.end() && at->starts_with(prefix); ++at) locals.push_back(at->substr(prefix.size()));
  return locals;
}

std::string likely_name(std::string_view wanted, std::vector<std::string> const& names) {
  constexpr std::size_t kLongestName = 100;
  constexpr std::size_t kMostNames = 2000;
  bool const is_cheap = wanted.size() <= kLongestName && names.size() <= kMostNames;
  return is_cheap ? nearest_name(wanted, names) : std::string{};
}

}  // namespace shudao::scenarios

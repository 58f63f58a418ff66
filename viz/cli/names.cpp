#include "viz/cli/names.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "sim/base/errors.h"

namespace shudao::cli {
namespace {

using scenarios::Scenario;

/// Letters that many keyboards lack, and what people type instead.
constexpr std::array<std::pair<char const*, char const*>, 30> kPlainLetters = {
    {{"ł", "l"}, {"Ł", "l"}, {"ó", "o"}, {"Ó", "o"}, {"ź", "z"}, {"Ź", "z"}, {"ż", "z"}, {"Ż", "z"},
     {"ś", "s"}, {"Ś", "s"}, {"ń", "n"}, {"Ń", "n"}, {"ę", "e"}, {"Ę", "e"}, {"ą", "a"}, {"Ą", "a"},
     {"ć", "c"}, {"Ć", "c"}, {"ä", "a"}, {"Ä", "a"}, {"ö", "o"}, {"Ö", "o"}, {"ü", "u"}, {"Ü", "u"},
     {"é", "e"}, {"è", "e"}, {"á", "a"}, {"š", "s"}, {"č", "c"}, {"ž", "z"}}};

std::string without_parentheses(std::string name) {
  for (char const* opening : {"(", "（"}) {
    std::size_t const at = name.find(opening);
    if (at != std::string::npos && at > 0) name.resize(at);
  }
  name.erase(name.find_last_not_of(' ') + 1);
  return name;
}

/// The name as people type it: lower case, plain letters, nothing in parentheses.
std::string typed(std::string name) {
  for (auto const& [letter, plain] : kPlainLetters)
    for (std::size_t at = 0; (at = name.find(letter, at)) != std::string::npos;)
      name.replace(at, std::strlen(letter), plain);
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return without_parentheses(std::move(name));
}

template<class Thing>
bool is_called(Thing const& thing, std::string const& wanted) {
  std::string const name = typed(wanted);
  return typed(thing.id) == name || typed(thing.name.zh) == name || typed(thing.name.en) == name;
}

bool is_meant(scenarios::Place const& place, std::string const& wanted) {
  return is_called(place, wanted) || (!place.locode.empty() && typed(place.locode) == typed(wanted));
}

[[noreturn]] void refuse_place(Scenario const& scenario, std::string const& wanted, std::string const& expected) {
  std::vector<std::string> names;
  for (auto const& place : scenario.places)
    for (std::string const& name : {place.id, place.name.zh, place.name.en})
      if (!name.empty()) names.insert(names.end(), {name, name.substr(0, name.find(" ("))});
  std::sort(names.begin(), names.end());
  throw InputErrors{
      {InputError{scenario.id, "/places", 0, "\"" + wanted + "\"", expected, nearest_name(wanted, names)}}};
}

/// The thing of this id; null if there is none. Things are sorted by id.
template<class Things>
auto const* find_among(Things const& things, std::string const& id) {
  auto const at = std::lower_bound(things.begin(), things.end(), id,
                                   [](auto const& thing, std::string const& wanted) { return thing.id < wanted; });
  return at != things.end() && at->id == id ? &*at : nullptr;
}

scenarios::Text name_among(Scenario const& scenario, std::string const& id) {
  if (auto const* place = find_among(scenario.places, id)) return place->name;
  if (auto const* link = find_among(scenario.links, id)) return link->name;
  if (auto const* service = find_among(scenario.services, id)) return service->name;
  if (auto const* resource = find_among(scenario.resources, id)) return resource->name;
  return {};
}

}  // namespace

scenarios::PlaceId find_place(Scenario const& scenario, std::string const& wanted) {
  std::vector<scenarios::PlaceId> found;
  for (std::size_t i = 0; i < scenario.places.size(); ++i) {
    scenarios::PlaceId const id{i};
    auto const& place = scenario.places[id];
    if (place.id == wanted || place.name.zh == wanted || place.name.en == wanted) return id;
    if (is_meant(scenario.places[id], wanted)) found.push_back(id);
  }
  if (found.empty()) refuse_place(scenario, wanted, "the id, UN/LOCODE, Chinese or English name of a place");
  if (found.size() > 1) refuse_place(scenario, wanted, "a name that only one place has, or its id");
  return found.front();
}

std::string flow_id(Scenario const& scenario, std::string const& wanted) {
  for (auto const& flow : scenario.flows)
    if (is_called(flow, wanted)) return flow.id;
  return wanted;
}

std::string name_of_id(Scenario const& scenario, std::string const& id, Language language, char const* between) {
  return label(name_among(scenario, id), language, id, between);
}

std::string short_name_of_id(Scenario const& scenario, std::string const& id, Language language, char const* between) {
  scenarios::Text const name = name_among(scenario, id);
  return label({without_parentheses(name.zh), without_parentheses(name.en)}, language, id, between);
}

scenarios::Corridor const* find_corridor(Scenario const& scenario, std::string const& id) {
  return find_among(scenario.corridors, id);
}

std::string corridor_name(Scenario const& scenario, std::string const& id, Language language, char const* between) {
  scenarios::Corridor const* corridor = find_corridor(scenario, id);
  return corridor == nullptr ? id : label(corridor->name, language, id, between);
}

std::string corridor_title(Scenario const& scenario, std::string const& id, Language language) {
  std::string const name = corridor_name(scenario, id, language);
  std::string const zh{text(Key::door_to_door, Language::zh)}, en{text(Key::door_to_door, Language::en)};
  if (language == Language::zh) return name + "，" + zh;
  return name + ", " + en + (language == Language::both ? " (" + zh + ")" : "");
}

}  // namespace shudao::cli

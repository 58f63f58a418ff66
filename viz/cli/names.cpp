#include "viz/cli/names.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "sim/base/errors.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Scenario;

/// Letters and marks that many keyboards lack, and what people type instead.
constexpr std::array<std::pair<char const*, char const*>, 34> kPlainLetters = {
    {{"ł", "l"}, {"Ł", "l"}, {"ó", "o"}, {"Ó", "o"}, {"ź", "z"}, {"Ź", "z"},  {"ż", "z"}, {"Ż", "z"}, {"ś", "s"},
     {"Ś", "s"}, {"ń", "n"}, {"Ń", "n"}, {"ę", "e"}, {"Ę", "e"}, {"ą", "a"},  {"Ą", "a"}, {"ć", "c"}, {"Ć", "c"},
     {"ä", "a"}, {"Ä", "a"}, {"ö", "o"}, {"Ö", "o"}, {"ü", "u"}, {"Ü", "u"},  {"é", "e"}, {"è", "e"}, {"á", "a"},
     {"š", "s"}, {"č", "c"}, {"ž", "z"}, {"—", "-"}, {"–", "-"}, {"（", "("}, {"）", ")"}}};

std::string without_parentheses(std::string name) {
  for (char const* opening : {"(", "（"}) {
    std::size_t const at = name.find(opening);
    if (at != std::string::npos && at > 0) name.resize(at);
  }
  name.erase(name.find_last_not_of(' ') + 1);
  return name;
}

/// Lower case, plain letters and marks.
std::string plain(std::string name) {
  for (auto const& [letter, plain] : kPlainLetters)
    for (std::size_t at = 0; (at = name.find(letter, at)) != std::string::npos;)
      name.replace(at, std::strlen(letter), plain);
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

/// The name as people type it: plain, nothing in parentheses.
std::string typed(std::string name) { return without_parentheses(plain(std::move(name))); }

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

/// The name without what tells it from others of the same ends: "Chengdu-Singapore, rail-sea" → "Chengdu-Singapore".
std::string without_addition(std::string name) {
  for (char const* begin : {", ", " by "}) name.resize(std::min(name.size(), name.find(begin)));
  return without_parentheses(std::move(name));
}

/// The ids of the corridors of this id or whole name, or of all that bear the name without its addition.
std::vector<std::string> corridors_called(Scenario const& scenario, std::string const& wanted) {
  std::string const name = plain(wanted);
  std::vector<std::string> alike;
  for (auto const& corridor : scenario.corridors) {
    std::string const zh = plain(corridor.name.zh), en = plain(corridor.name.en);
    if (corridor.id == wanted || zh == name || en == name) return {corridor.id};
    if (without_addition(zh) == name || without_addition(en) == name) alike.push_back(corridor.id);
  }
  return alike;
}

[[noreturn]] void refuse_corridor(Scenario const& scenario, std::string const& wanted) {
  std::vector<std::string> names;
  for (auto const& corridor : scenario.corridors)
    for (std::string const& name : {corridor.id, corridor.name.zh, corridor.name.en})
      if (!name.empty()) names.insert(names.end(), {name, without_addition(name)});
  std::sort(names.begin(), names.end());
  throw InputErrors{{InputError{scenario.id, "/corridors", 0, "\"" + wanted + "\"",
                                "the id, Chinese or English name of a corridor", nearest_name(wanted, names)}}};
}

/// What stands between commas, and where each part ends.
struct Listed {
  std::size_t begin = 0, end = 0;
};
std::vector<Listed> parts_of(std::string const& list) {
  std::vector<Listed> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= list.size();) {
    std::size_t length = at == list.size() ? 1 : 0;
    for (char const* comma : {",", "，", "、"})
      if (list.compare(at, std::strlen(comma), comma) == 0) length = std::strlen(comma);
    if (length > 0) {
      parts.push_back({begin, at});
      begin = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return parts;
}

std::string trimmed(std::string const& text) {
  std::size_t const begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? std::string{} : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
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

std::vector<std::string> corridor_ids(Scenario const& scenario, std::string const& list) {
  std::vector<std::string> ids;
  std::vector<Listed> const parts = parts_of(list);
  for (std::size_t first = 0; first < parts.size();) {
    std::vector<std::string> found;
    std::size_t last = parts.size();
    for (; found.empty() && last > first; --last)
      found = corridors_called(scenario,
                               trimmed(list.substr(parts[first].begin, parts[last - 1].end - parts[first].begin)));
    std::string const one = trimmed(list.substr(parts[first].begin, parts[first].end - parts[first].begin));
    if (found.empty() && !one.empty()) refuse_corridor(scenario, one);
    ids.insert(ids.end(), found.begin(), found.end());
    first = last + 1;
  }
  return ids;
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

}  // namespace shudao::viz::cli

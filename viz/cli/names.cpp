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

/// The name as people type it: lower case, plain letters, nothing in parentheses.
std::string typed(std::string name) {
  for (auto const& [letter, plain] : kPlainLetters)
    for (std::size_t at = 0; (at = name.find(letter, at)) != std::string::npos;)
      name.replace(at, std::strlen(letter), plain);
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (char const* opening : {"(", "（"}) name.resize(std::min(name.find(opening), name.size()));
  name.erase(name.find_last_not_of(' ') + 1);
  return name;
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

template<class Things>
std::string name_among(Things const& things, std::string const& id, Language language, char const* between) {
  auto const at = std::lower_bound(things.begin(), things.end(), id,
                                   [](auto const& thing, std::string const& wanted) { return thing.id < wanted; });
  return at != things.end() && at->id == id ? label(at->name, language, id, between) : std::string{};
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
  for (std::string const& name :
       {name_among(scenario.places, id, language, between), name_among(scenario.links, id, language, between),
        name_among(scenario.services, id, language, between), name_among(scenario.resources, id, language, between)})
    if (!name.empty()) return name;
  return id;
}

std::string corridor_name(Scenario const& scenario, std::string const& id, Language language, char const* between) {
  std::string const name = name_among(scenario.corridors, id, language, between);
  return name.empty() ? id : name;
}

}  // namespace shudao::cli

#include "viz/cli/network_text.h"

#include <algorithm>
#include <functional>

#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using network::NodeId;
using scenarios::Scenario;

std::string joined(std::vector<std::string> const& words, char const* between) {
  std::string all;
  for (std::string const& word : words) all += (all.empty() ? "" : between) + word;
  return all.empty() ? kNothing : all;
}

std::string grades_text(Sourcing const& sourcing) {
  std::vector<std::string> grades;
  for (char const grade : sourcing.grades) grades.push_back(grade == ' ' ? kNothing : std::string{grade});
  return joined(grades, " ");
}

/// At most this many names; the rest is counted.
std::string some_of(std::vector<std::string> words) {
  constexpr std::size_t kShown = 12;
  std::size_t const rest = words.size() > kShown ? words.size() - kShown : 0;
  words.resize(words.size() - rest);
  return joined(words, ", ") + (rest == 0 ? "" : " … +" + std::to_string(rest));
}

TextTable table_of(Language language, std::vector<std::pair<Key, Align>> const& heads) {
  std::vector<TextTable::Column> columns;
  for (auto const& [key, align] : heads) columns.push_back({label(key, language, kBelow), align});
  return TextTable{std::move(columns)};
}

std::string places_table(Scenario const& scenario, Language language) {
  auto table = table_of(
      language,
      {{Key::place, Align::left}, {Key::kinds, Align::left}, {Key::grades, Align::left}, {Key::sources, Align::left}});
  for (scenarios::Place const& place : scenario.places) {
    Sourcing const sourcing = sourcing_of(scenario, "/places/" + place.id);
    std::string const state = place.is_planned ? " (" + label(Key::planned, language) + ")" : "";
    table.add({short_name_of_id(scenario, place.id, language) + state, joined(place.kinds, ", "), grades_text(sourcing),
               some_of(sourcing.sources)});
  }
  return table.text();
}

std::string links_table(Scenario const& scenario, Language language) {
  auto table = table_of(language, {{Key::link, Align::left},
                                   {Key::mode, Align::left},
                                   {Key::distance, Align::right},
                                   {Key::slots_per_day, Align::right},
                                   {Key::grades, Align::left},
                                   {Key::sources, Align::left}});
  for (scenarios::Link const& link : scenario.links) {
    Sourcing const sourcing = sourcing_of(scenario, "/links/" + link.id);
    table.add({label(link.name, language, link.id), label(key_of(link.mode), language),
               decimal_text(to_km(link.distance), 0),
               link.slots_per_day ? decimal_text(*link.slots_per_day, 1) : kNothing, grades_text(sourcing),
               some_of(sourcing.sources)});
  }
  return table.text();
}

std::string services_table(Scenario const& scenario, Language language) {
  auto table = table_of(language, {{Key::service, Align::left},
                                   {Key::mode, Align::left},
                                   {Key::departures_per_week, Align::right},
                                   {Key::teu_per_vehicle, Align::right},
                                   {Key::grades, Align::left},
                                   {Key::sources, Align::left}});
  for (scenarios::Service const& service : scenario.services) {
    Sourcing const sourcing = sourcing_of(scenario, "/services/" + service.id);
    double const per_week = static_cast<double>(service.departures.size()) / service.every_weeks;
    std::string const often =
        service.departures.empty() ? label(Key::no_timetable, language) : fmt::format("{:.3g}", per_week);
    table.add({label(service.name, language, service.id), label(key_of(service.mode), language), often,
               count_text(service.capacity.count()), grades_text(sourcing), some_of(sourcing.sources)});
  }
  return table.text();
}

std::string names_text(Scenario const& scenario, network::Network const& network, std::vector<NodeId> const& nodes,
                       Language language) {
  std::vector<std::string> names;
  for (NodeId const id : nodes) names.push_back(short_name_of_id(scenario, network.node(id).name, language));
  return some_of(std::move(names));
}

/// A sentence in each language, long lines folded, all of it so far to the right.
std::string folded(Language language, std::string const& indent, std::function<std::string(Language)> const& in) {
  auto const fold = [&](Language one) {
    std::string all;
    for (std::string const& part : wrapped(in(one), kWidestTable - 6)) all += (all.empty() ? indent : "\n    ") + part;
    return all;
  };
  return in_language(fold(Language::zh), fold(Language::en), language, "\n") + "\n";
}

template<class... Values>
std::string filled(Key key, Language language, Values const&... values) {
  return fmt::format(fmt::runtime(text(key, language)), values...);
}

/// One line for each of a list, the first few; the rest is counted.
template<class Thing>
std::string lines_text(std::vector<Thing> const& things, Language language,
                       std::function<std::string(Thing const&, Language)> const& in) {
  constexpr std::size_t kShown = 8;
  std::string all;
  for (std::size_t i = 0; i < std::min(kShown, things.size()); ++i)
    all += folded(language, "  ", [&](Language one) { return in(things[i], one); });
  if (things.size() > kShown) all += "  … +" + std::to_string(things.size() - kShown) + "\n";
  return all;
}

std::string reach_text(Scenario const& scenario, network::Network const& network, Reach const& reach,
                       Language language) {
  std::size_t served = 0;
  for (auto const& part : reach.parts) served += part.size();
  Key const mode = reach.mode ? key_of(*reach.mode) : Key::all_modes;
  auto const names = [&](std::vector<NodeId> const& nodes, Language one) {
    return names_text(scenario, network, nodes, one);
  };
  std::string all = folded(language, "", [&](Language one) {
    return filled(Key::reach_summary, one, text(mode, one), served, reach.parts.size());
  });
  if (reach.parts.size() > 1) all += lines_text<std::vector<NodeId>>(reach.parts, language, names);
  all += lines_text<Unreached>(reach.unreached, language, [&](Unreached const& missed, Language one) {
    return filled(Key::not_reached, one, names(missed.from, one), names(missed.to, one));
  });
  if (reach.mode || reach.unserved.empty()) return all;
  return all +
         folded(language, "  ", [&](Language one) { return filled(Key::unserved, one, names(reach.unserved, one)); });
}

std::string capacity_text(network::Cut const& cut, Language language) {
  return cut.teu_per_year ? count_text(cut.teu_per_year->count()) : label(Key::unlimited, language);
}

std::string corridors_table(Scenario const& scenario, NetworkFacts const& facts, Language language) {
  auto table = table_of(language, {{Key::corridor, Align::left},
                                   {Key::demand, Align::right},
                                   {Key::capacity_limit, Align::right},
                                   {Key::demand_ratio, Align::right}});
  for (CorridorFacts const& c : facts.corridors)
    table.add({corridor_name(scenario, scenario.corridors[c.corridor].id, language),
               decimal_text(c.demand_teu_per_year, 0), capacity_text(c.cut, language),
               c.ratio ? decimal_text(*c.ratio, 2) : kNothing});
  return table.text();
}

std::string words_in(network::Wording const& words, Language language) {
  return language == Language::en ? words.en : words.zh;
}

std::string binding_text(Scenario const& scenario, network::Network const& network, CorridorFacts const& facts,
                         Language language) {
  std::string const& id = scenario.corridors[facts.corridor].id;
  std::string all = folded(language, "", [&](Language one) {
    return filled(Key::cut_note, one, corridor_name(scenario, id, one), words_in(words(network, facts.cut), one));
  });
  if (!facts.cut.is_exact)
    all += folded(language, "",
                  [&](Language one) { return filled(Key::upper_bound_note, one, corridor_name(scenario, id, one)); });
  for (ServiceCapacity const& service : facts.services)
    all += folded(language, "  ", [&](Language one) {
      return filled(Key::alone_note, one, short_name_of_id(scenario, scenario.services[service.service].id, one),
                    words_in(words(network, service.cut), one));
    });
  return all;
}

}  // namespace

std::string network_text(Scenario const& scenario, NetworkFacts const& facts, Language language) {
  std::string all = places_table(scenario, language) + "\n" + links_table(scenario, language) + "\n" +
                    services_table(scenario, language) + "\n" + label(Key::connectivity, language) + "\n";
  for (Reach const& reach : facts.reaches) all += reach_text(scenario, facts.network, reach, language);
  if (facts.corridors.empty()) return all;
  all += "\n" + corridors_table(scenario, facts, language);
  for (CorridorFacts const& corridor : facts.corridors)
    all += binding_text(scenario, facts.network, corridor, language);
  return all;
}

}  // namespace shudao::viz::cli

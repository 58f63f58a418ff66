#include <algorithm>
#include <map>
#include <set>

#include "scenarios/pedigrees.h"
#include "viz/report/figures/figures.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::report {
namespace {

using scenarios::Scenario;

/// The inputs of things of a world, each counted once.
using Pointers = std::set<std::string>;

void add_route(Pointers& pointers, Scenario const& scenario, scenarios::Route const& route) {
  for (scenarios::RouteLeg const& leg : route.legs) {
    auto const& service = scenario.services[leg.service];
    pointers.insert("/services/" + service.id);
    for (std::size_t i = 0; i < service.stops.size(); ++i) {
      auto const& stop = service.stops[i];
      pointers.insert("/places/" + scenario.places[stop.place].id);
      if (!stop.onward.is_none()) pointers.insert("/links/" + scenario.links[stop.onward].id);
    }
  }
}

Pointers inputs_of(Scenario const& scenario, std::string const& corridor) {
  Pointers pointers;
  for (scenarios::Corridor const& one : scenario.corridors) {
    if (one.id != corridor) continue;
    for (scenarios::FlowId const flow : one.flows) {
      pointers.insert("/flows/" + scenario.flows[flow].id);
      for (auto const& route : scenario.flows[flow].routes) add_route(pointers, scenario, route);
    }
  }
  return pointers;
}

void count(FigureData& data, Scenario const& scenario, std::vector<scenarios::Pedigree const*> const& numbers) {
  std::map<std::string, double> grades;
  std::set<std::string> sources;
  for (auto const* number : numbers) {
    char const grade = scenarios::grade_of(scenario, *number);
    grades[grade == ' ' ? "" : std::string{grade}] += 1.0 / static_cast<double>(numbers.size());
    if (!number->source.empty() && number->source != "assumption") sources.insert(number->source);
  }
  data.grades.assign(grades.begin(), grades.end());
  data.sources.assign(sources.begin(), sources.end());
  data.digits = grades.count("D") > 0 ? kDoubtful : 3;
}

bool has_interval(Cell const& cell) {
  auto const* measure = std::get_if<experiment::Measure>(&cell);
  return measure != nullptr && measure->ci95.has_value();
}

Key note_of(FigureData const& data) {
  if (data.replications < kFewestForInterval) return Key::figure_note_few;
  for (auto const& row : data.rows)
    if (std::any_of(row.begin(), row.end(), has_interval)) return Key::figure_note;
  return Key::figure_note_without;
}

}  // namespace

FigureData figure_of(StudyData const& study, std::string id, std::string kind, Text title, Text caption) {
  FigureData data;
  data.id = std::move(id);
  std::replace(data.id.begin(), data.id.end(), '/', '.');  // It names files, too.
  data.kind = std::move(kind);
  data.title = std::move(title);
  data.caption = std::move(caption);
  data.replications = study.replications();
  for (World const& world : study.worlds()) {
    data.scenarios.push_back(world.scenario.id);
    data.fingerprints.push_back(text(world.result->fingerprint));
  }
  std::vector<scenarios::Pedigree const*> numbers;
  for (auto const& number : study.base().scenario.numbers) numbers.push_back(&number);
  count(data, study.base().scenario, numbers);
  return data;
}

void rest_on_corridors(FigureData& data, StudyData const& study, std::vector<std::string> const& corridors) {
  Pointers pointers;
  for (std::string const& corridor : corridors) pointers.merge(inputs_of(study.base().scenario, corridor));
  std::vector<scenarios::Pedigree const*> numbers;
  for (std::string const& pointer : pointers)
    for (auto const& number : scenarios::numbers_below(study.base().scenario, pointer)) numbers.push_back(&number);
  if (!numbers.empty()) count(data, study.base().scenario, numbers);
}

void finish(FigureData& data, StudyData const& study) {
  suit_units(data);
  std::string ids;
  for (std::string const& id : data.scenarios) ids += (ids.empty() ? "" : ", ") + id;
  auto const note = [&](Language language) {
    std::string said =
        say(note_of(data), language, replications_text(data.replications, language), ids, study.base().result->seed);
    if (data.observations > 0) said += say(Key::figure_note_observations, language, count_text(data.observations));
    if (data.observations > 0 && data.observations < kFewObservations)
      said += std::string{text(Key::figure_note_few_observations, language)};
    return said;
  };
  data.note = {note(Language::zh), note(Language::en)};
}

void add_calibrated(FigureData& data, std::vector<bool> const& rows) {
  if (std::find(rows.begin(), rows.end(), true) == rows.end()) return;
  data.columns.push_back(word_column("calibrated", Key::calibrated_column));
  for (std::size_t i = 0; i < data.rows.size(); ++i)
    data.rows[i].push_back(rows[i] ? Cell{words(Key::calibrated_value)} : Cell{std::monostate{}});
}

Text flagged(Text const& name, std::int64_t observations) {
  if (observations >= kFewObservations) return name;
  Text const mark = words(Key::few_consignments);
  return {name.zh + mark.zh, name.en + " " + mark.en};
}

std::vector<experiment::CorridorResult const*> busiest_corridors(StudyData const& study, std::size_t most) {
  std::vector<experiment::CorridorResult const*> all;
  for (auto const& corridor : study.base().result->corridors)
    if (has_cargo(corridor)) all.push_back(&corridor);
  std::stable_sort(all.begin(), all.end(), [](auto const* a, auto const* b) {
    return a->throughput_teu_per_year.value > b->throughput_teu_per_year.value;
  });
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace shudao::viz::report

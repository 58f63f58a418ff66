#include <map>

#include "scenarios/pedigrees.h"
#include "viz/report/figures/figures.h"

namespace shudao::viz::report {
namespace {

Text same(std::string const& text) { return {text, text}; }

void add_law(FigureData& data, World const& world, Key name, experiment::Law const& law) {
  std::string breaches;
  for (std::string const& breach : law.breaches) breaches += (breaches.empty() ? "" : "; ") + breach;
  data.rows.push_back({world.title(), words(name), words(law.holds ? Key::holds : Key::broken), same(breaches)});
}

}  // namespace

FigureData law_table(StudyData const& study) {
  FigureData data = figure_of(study, "laws", "table", words(Key::laws), words(Key::caption_laws));
  data.columns = {word_column("scenario", Key::scenario_word), word_column("law", Key::law_word),
                  word_column("holds", Key::verdict), word_column("breaches", Key::breaches_word)};
  for (World const& world : study.worlds()) {
    experiment::Laws const& laws = world.result->laws;
    add_law(data, world, Key::conservation, laws.conservation);
    add_law(data, world, Key::ledger, laws.ledger);
    add_law(data, world, Key::little, laws.little);
    add_law(data, world, Key::capacity, laws.capacity);
    add_law(data, world, Key::boxes, laws.boxes);
  }
  return data;
}

FigureData grade_table(StudyData const& study) {
  FigureData data = figure_of(study, "grades", "table", words(Key::title_grades), words(Key::caption_grades));
  data.columns = {word_column("grade", Key::grade), number_column("numbers", words(Key::count), "1", {}),
                  share_column("share", words(Key::share))};
  auto const& numbers = study.base().scenario.numbers;
  std::map<char, double> totals;
  double assumptions = 0, calibrated = 0;
  for (auto const& number : numbers) {
    totals[scenarios::grade_of(study.base().scenario, number)] += 1;
    assumptions += number.source == "assumption" ? 1 : 0;
    calibrated += number.is_calibrated ? 1 : 0;
  }
  auto const all = static_cast<double>(numbers.size());
  for (auto const& [grade, count] : totals)
    data.rows.push_back({grade == ' ' ? words(Key::ungraded) : same(std::string{grade}), count, count / all});
  data.rows.push_back({words(Key::of_them_assumed), assumptions, assumptions / all});
  data.rows.push_back({words(Key::of_them_calibrated), calibrated, calibrated / all});
  return data;
}

FigureData source_table(StudyData const& study) {
  FigureData data = figure_of(study, "sources", "table", words(Key::sources), words(Key::caption_sources));
  data.columns = {word_column("id", Key::source),        word_column("title", Key::title_word),
                  word_column("url", Key::address_word), word_column("year", Key::year_word),
                  word_column("grade", Key::grade),      number_column("numbers", words(Key::count), "1", {})};
  std::map<std::string, double> counts;
  for (auto const& number : study.base().scenario.numbers) ++counts[number.source];
  for (auto const& source : study.base().scenario.sources)
    data.rows.push_back({same(source.id), same(source.title), same(source.url),
                         same(source.year == 0 ? "" : std::to_string(source.year)), same(std::string{source.grade}),
                         counts.count(source.id) > 0 ? counts.at(source.id) : 0.0});
  return data;
}

FigureData manifest_table(StudyData const& study) {
  FigureData data = figure_of(study, "manifest", "table", words(Key::title_manifest), words(Key::caption_manifest));
  data.columns = {word_column("item", Key::item_word), word_column("value", Key::value)};
  auto const add = [&](Text name, std::string const& value) { data.rows.push_back({std::move(name), same(value)}); };
  add(words(Key::manifest_store), study.store().substr(study.store().rfind('/') + 1));
  add(words(Key::manifest_seed), std::to_string(study.base().result->seed));
  add(words(Key::manifest_replications), std::to_string(study.replications()));
  for (World const& world : study.worlds()) {
    auto const of = [&](Key key) {
      Text const name = words(key);
      return Text{name.zh + "：" + world.scenario.id, name.en + ": " + world.scenario.id};
    };
    add(of(Key::manifest_fingerprint), text(world.result->fingerprint));
    add(of(Key::manifest_run_digest), text(world.result->run_digest));
    add(of(Key::manifest_ledger_digest), text(world.result->ledger_digest));
    add(of(Key::manifest_events), std::to_string(world.result->events));
  }
  return data;
}

FigureData checklist_table(StudyData const& study) {
  FigureData data = figure_of(study, "stress-des", "table", words(Key::title_checklist), words(Key::caption_checklist));
  data.columns = {word_column("item", Key::item_word), word_column("where", Key::checklist_answer)};
  constexpr std::pair<Key, Key> kItems[] = {{Key::stress_purpose, Key::stress_purpose_answer},
                                            {Key::stress_outputs, Key::stress_outputs_answer},
                                            {Key::stress_aims, Key::stress_aims_answer},
                                            {Key::stress_overview, Key::stress_overview_answer},
                                            {Key::stress_logic, Key::stress_logic_answer},
                                            {Key::stress_scenario, Key::stress_scenario_answer},
                                            {Key::stress_algorithms, Key::stress_algorithms_answer},
                                            {Key::stress_components, Key::stress_components_answer},
                                            {Key::stress_sources, Key::stress_sources_answer},
                                            {Key::stress_parameters, Key::stress_parameters_answer},
                                            {Key::stress_assumptions, Key::stress_assumptions_answer},
                                            {Key::stress_initial, Key::stress_initial_answer},
                                            {Key::stress_length, Key::stress_length_answer},
                                            {Key::stress_estimation, Key::stress_estimation_answer},
                                            {Key::stress_language, Key::stress_language_answer},
                                            {Key::stress_random, Key::stress_random_answer},
                                            {Key::stress_execution, Key::stress_execution_answer},
                                            {Key::stress_machine, Key::stress_machine_answer},
                                            {Key::stress_code, Key::stress_code_answer}};
  for (auto const& [item, answer] : kItems) data.rows.push_back({words(item), words(answer)});
  return data;
}

}  // namespace shudao::viz::report

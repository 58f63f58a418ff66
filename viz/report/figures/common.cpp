#include <algorithm>
#include <map>
#include <set>

#include "scenarios/pedigrees.h"
#include "viz/report/figures/figures.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::report {
namespace {

void add_evidence(FigureData& data, scenarios::Scenario const& scenario) {
  std::map<std::string, double> grades;
  std::set<std::string> sources;
  for (auto const& number : scenario.numbers) {
    char const grade = scenarios::grade_of(scenario, number);
    grades[grade == ' ' ? "" : std::string{grade}] += 1.0 / static_cast<double>(scenario.numbers.size());
    if (!number.source.empty() && number.source != "assumption") sources.insert(number.source);
  }
  data.grades.assign(grades.begin(), grades.end());
  data.sources.assign(sources.begin(), sources.end());
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
  std::string ids;
  for (World const& world : study.worlds()) {
    data.scenarios.push_back(world.scenario.id);
    ids += (ids.empty() ? "" : ", ") + world.scenario.id;
  }
  auto const note = [&](Language language) {
    Key const key = study.replications() < kFewestForInterval ? Key::figure_note_few : Key::figure_note;
    return say(key, language, replications_text(study.replications(), language), ids, study.base().result->seed);
  };
  data.note = {note(Language::zh), note(Language::en)};
  add_evidence(data, study.base().scenario);
  return data;
}

std::vector<experiment::CorridorResult const*> busiest_corridors(StudyData const& study, std::size_t most) {
  std::vector<experiment::CorridorResult const*> all;
  for (auto const& corridor : study.base().result->corridors) all.push_back(&corridor);
  std::stable_sort(all.begin(), all.end(), [](auto const* a, auto const* b) {
    return a->throughput_teu_per_year.value > b->throughput_teu_per_year.value;
  });
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace shudao::viz::report

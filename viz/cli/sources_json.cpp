#include <map>

#include "scenarios/pedigrees.h"
#include "viz/cli/json_parts.h"
#include "viz/cli/result_json.h"
#include "viz/cli/sources_text.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Pedigree;
using scenarios::Scenario;

Json grade_json(char grade) { return grade == ' ' ? Json() : Json(std::string{grade}); }

Json json_of(Scenario const& scenario, Pedigree const& p) {
  return {{"pointer", p.pointer},
          {"value", p.value},
          {"unit", p.unit},
          {"low", or_null(p.low)},
          {"high", or_null(p.high)},
          {"grade", grade_json(scenarios::grade_of(scenario, p))},
          {"source", p.source},
          {"why", p.why},
          {"is_calibrated", p.is_calibrated},
          {"file", p.file},
          {"line", p.line}};
}

Json json_of(scenarios::Source const& source, std::vector<std::string> const& numbers) {
  return {{"id", source.id},
          {"title", source.title},
          {"url", source.url},
          {"year", source.year == 0 ? Json() : Json(source.year)},
          {"grade", grade_json(source.grade)},
          {"numbers", numbers}};
}

Json totals_of(Scenario const& scenario) {
  std::map<char, int> grades;
  int assumptions = 0, calibrated = 0;
  for (Pedigree const& p : scenario.numbers) {
    ++grades[scenarios::grade_of(scenario, p)];
    assumptions += p.source == "assumption" ? 1 : 0;
    calibrated += p.is_calibrated ? 1 : 0;
  }
  return {{"numbers", scenario.numbers.size()},
          {"A", grades['A']},
          {"B", grades['B']},
          {"C", grades['C']},
          {"D", grades['D']},
          {"none", grades[' ']},
          {"assumptions", assumptions},
          {"calibrated", calibrated}};
}

Json json_of(experiment::Trial const& trial) {
  Json responses = Json::array();
  for (experiment::Response const& r : trial.responses) {
    responses.push_back({{"corridor", r.corridor},
                         {"at_low", measure_json(r.at_low)},
                         {"at_high", measure_json(r.at_high)},
                         {"difference", measure_json(r.difference)},
                         {"elasticity", measure_json(r.elasticity)},
                         {"is_paired", r.is_paired}});
  }
  return {{"pointer", trial.input.pointer},
          {"low", or_null(trial.input.low)},
          {"high", or_null(trial.input.high)},
          {"responses", responses},
          {"refusal", trial.refusal.empty() ? Json() : Json(trial.refusal)}};
}

Json json_of(experiment::Elasticities const& all, experiment::ElasticityOptions const& how) {
  Json trials = Json::array();
  for (experiment::Trial const& trial : all.trials) trials.push_back(json_of(trial));
  return {{"measure", experiment::name_of(how.figure)},
          {"inputs_with_range", all.inputs},
          {"is_complete", !all.cancelled},
          {"trials", trials}};
}

}  // namespace

std::string sources_json(Scenario const& scenario, experiment::Elasticities const* ranking,
                         experiment::ElasticityOptions const& how) {
  std::map<std::string, std::vector<std::string>> carried;
  Json numbers = Json::array(), sources = Json::array();
  for (Pedigree const& p : scenario.numbers) {
    numbers.push_back(json_of(scenario, p));
    carried[p.source].push_back(p.pointer);
  }
  for (scenarios::Source const& source : scenario.sources) sources.push_back(json_of(source, carried[source.id]));
  return dumped({{"schema_version", kJsonVersion},
                 {"scenario", scenario.id},
                 {"totals", totals_of(scenario)},
                 {"sources", sources},
                 {"numbers", numbers},
                 {"elasticities", ranking == nullptr ? Json() : json_of(*ranking, how)}});
}

}  // namespace shudao::viz::cli

#include "sim/experiment/outcome.h"

#include "sim/experiment/merging.h"
#include "sim/experiment/pairing.h"
#include "sim/experiment/planning.h"
#include "sim/experiment/sentences.h"

namespace shudao::experiment {
namespace {

ScenarioResult result_of(scenarios::Scenario const& scenario, std::uint64_t seed,
                         std::vector<Replication> const& replications) {
  ScenarioResult result = merged(replications);
  // Units are found by the fingerprint of a scenario, which leaves names aside.
  result.scenario = scenario.id;
  result.title = scenario.title;
  result.seed = seed;
  result.fingerprint = scenario.fingerprint;
  result.notes = scenario.notes;
  if (seed != scenario.seed) {
    result.notes.push_back("run with seed " + std::to_string(seed) + " instead of its own " +
                           std::to_string(scenario.seed));
  }
  add_min_cuts(scenario, result.corridors);
  return result;
}

scenarios::Text corridor_name(scenarios::Scenario const& scenario, std::string const& id) {
  for (scenarios::Corridor const& corridor : scenario.corridors) {
    if (corridor.id == id) return corridor.name;
  }
  return {id, id};
}

std::vector<CorridorDifference> differences_of(std::vector<scenarios::Scenario const*> const& scenarios,
                                               std::vector<Unit> const& units) {
  std::vector<CorridorDifference> differences;
  if (units.empty()) return differences;
  for (std::size_t i = 0; i < units.front().differences.size(); ++i) {
    std::vector<CorridorDifference const*> parts;
    for (Unit const& unit : units) parts.push_back(&unit.differences.at(i));
    CorridorDifference& difference = differences.emplace_back(merged(parts));
    scenarios::Text const sentence =
        sentence_on(difference, corridor_name(*scenarios[0], difference.corridor), scenarios[1]->title);
    difference.sentence_zh = sentence.zh;
    difference.sentence_en = sentence.en;
  }
  return differences;
}

}  // namespace

Comparison comparison_of(std::vector<scenarios::Scenario const*> const& scenarios, std::uint64_t seed,
                         std::vector<Unit> const& units) {
  std::vector<Replication> base, alternative;
  for (Unit const& unit : units) {
    base.push_back(unit.base);
    if (unit.alternative) alternative.push_back(*unit.alternative);
  }
  Comparison comparison;
  comparison.base = result_of(*scenarios[0], seed, base);
  if (scenarios.size() < 2) return comparison;
  comparison.alternative = result_of(*scenarios[1], seed, alternative);
  comparison.corridors = differences_of(scenarios, units);
  comparison.refusals = refusals(*scenarios[0], *scenarios[1]);
  return comparison;
}

}  // namespace shudao::experiment

#include "sim/experiment/outcome.h"

#include "sim/experiment/guard_rails.h"
#include "sim/experiment/merging.h"
#include "sim/experiment/pairing.h"
#include "sim/experiment/planning.h"
#include "sim/experiment/sentences.h"

namespace shudao::experiment {
namespace {

std::vector<Replication> replications_of(std::vector<Unit> const& units, std::size_t side) {
  std::vector<Replication> replications;
  for (Unit const& unit : units) replications.push_back(unit.sides.at(side));
  return replications;
}

scenarios::Text corridor_name(scenarios::Scenario const& scenario, std::string const& id) {
  for (scenarios::Corridor const& corridor : scenario.corridors) {
    if (corridor.id == id) return corridor.name;
  }
  return {id, id};
}

/// Of the alternative that is this side.
std::vector<CorridorDifference> differences_of(std::vector<scenarios::Scenario const*> const& scenarios,
                                               std::vector<Unit> const& units, std::size_t side) {
  std::vector<CorridorDifference> differences;
  if (units.empty()) return differences;
  for (std::size_t i = 0; i < units.front().differences.at(side - 1).size(); ++i) {
    std::vector<CorridorDifference const*> parts;
    for (Unit const& unit : units) parts.push_back(&unit.differences.at(side - 1).at(i));
    CorridorDifference& difference = differences.emplace_back(merged(parts));
    scenarios::Text const sentence =
        sentence_on(difference, corridor_name(*scenarios[0], difference.corridor), scenarios[side]->title);
    difference.sentence_zh = sentence.zh;
    difference.sentence_en = sentence.en;
  }
  return differences;
}

}  // namespace

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
  result.guard_rails = guard_rails(scenario, result, replications);
  return result;
}

Comparison comparison_of(std::vector<scenarios::Scenario const*> const& scenarios, std::uint64_t seed,
                         std::vector<Unit> const& units) {
  Comparison comparison;
  comparison.base = result_of(*scenarios[0], seed, replications_of(units, 0));
  for (std::size_t side = 1; side < scenarios.size(); ++side) {
    comparison.alternatives.push_back({result_of(*scenarios[side], seed, replications_of(units, side)),
                                       differences_of(scenarios, units, side),
                                       refusals(*scenarios[0], *scenarios[side])});
  }
  return comparison;
}

}  // namespace shudao::experiment

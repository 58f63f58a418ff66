#include "sim/experiment/outcome.h"

#include "sim/experiment/comparing.h"
#include "sim/experiment/guard_rails.h"
#include "sim/experiment/merging.h"
#include "sim/experiment/pairing.h"
#include "sim/experiment/planning.h"

namespace shudao::experiment {
namespace {

std::vector<Replication> replications_of(std::vector<Unit> const& units, std::size_t side) {
  std::vector<Replication> replications;
  for (Unit const& unit : units) replications.push_back(unit.sides.at(side));
  return replications;
}

/// Of the alternative that is this side: each corridor, then all consignments.
std::vector<CorridorDifference> differences_of(std::vector<Unit> const& units, std::size_t side) {
  std::vector<CorridorDifference> differences;
  if (units.empty()) return differences;
  for (std::size_t i = 0; i < units.front().differences.at(side - 1).size(); ++i) {
    std::vector<CorridorDifference const*> parts;
    for (Unit const& unit : units) parts.push_back(&unit.differences.at(side - 1).at(i));
    differences.push_back(merged(parts));
  }
  return differences;
}

Alternative alternative_of(std::vector<scenarios::Scenario const*> const& scenarios, std::uint64_t seed,
                           std::vector<Unit> const& units, std::size_t side) {
  Alternative alternative{result_of(*scenarios[side], seed, replications_of(units, side)),
                          differences_of(units, side),
                          {},
                          refusals(*scenarios[0], *scenarios[side])};
  if (alternative.corridors.empty()) return alternative;
  alternative.overall = std::move(alternative.corridors.back());
  alternative.corridors.pop_back();
  return alternative;
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
  for (std::size_t side = 1; side < scenarios.size(); ++side)
    comparison.alternatives.push_back(alternative_of(scenarios, seed, units, side));
  if (scenarios.size() > 1) judge(comparison, scenarios, units);
  return comparison;
}

}  // namespace shudao::experiment

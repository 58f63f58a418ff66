#pragma once
#include <vector>

#include "sim/experiment/account.h"

namespace shudao::experiment {

/// One replication of a scenario as comparisons need it.
struct Side {
  scenarios::Scenario const& scenario;
  ScenarioResult const& result;  ///< Of this replication.
  LotBook const& lots;
};

/// Differences of one replication, alternative − base, of every corridor that both scenarios have. Consignments are
/// paired by name (flow and ordinal); those of one scenario only are counted and left out. Times and costs are means
/// over pairs, so they are exactly 0 where nothing changed; P95 and throughput are those of the whole cohorts.
std::vector<CorridorDifference> paired(Side const& base, Side const& alternative);

/// Why the figures of two scenarios should not be put side by side; empty if they may.
std::vector<std::string> refusals(scenarios::Scenario const& base, scenarios::Scenario const& alternative);

}  // namespace shudao::experiment

#pragma once
#include <vector>

#include "scenarios/touched.h"
#include "sim/experiment/account.h"

namespace shudao::experiment {

/// One replication of a scenario as comparisons need it.
struct Side {
  scenarios::Scenario const& scenario;
  ScenarioResult const& result;  ///< Of this replication.
  LotBook const& lots;
};

/// The name under which paired() tells of all consignments together.
inline constexpr char kAllCorridors[] = "";

/// Differences of one replication, alternative − base, of every corridor that both scenarios have, then of all
/// consignments. Consignments are paired by name (flow and ordinal); those of one scenario only are counted and left
/// out. Times and costs are means over pairs, so they are exactly 0 where nothing changed; P95 and throughput are those
/// of the whole cohorts. Direct and relief effect are parts of the difference of time, both per pair of all.
std::vector<CorridorDifference> paired(Side const& base, Side const& alternative, scenarios::Touched const&);

/// Why the figures of two scenarios should not be put side by side; empty if they may.
std::vector<std::string> refusals(scenarios::Scenario const& base, scenarios::Scenario const& alternative);

/// The first of these reasons that concerns a corridor, empty if none does: one that names a flow ("flow ID …")
/// concerns the corridors that carry it in one of the scenarios, any other all of them.
std::string refusal_on(std::string const& corridor, std::vector<std::string> const& refusals,
                       scenarios::Scenario const& base, scenarios::Scenario const& alternative);

}  // namespace shudao::experiment

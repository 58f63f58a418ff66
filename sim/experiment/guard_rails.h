#pragma once
#include <vector>

#include "sim/experiment/account.h"

namespace shudao::experiment {

/// All warnings about the replications of a scenario, those that forbid quoting first, then those that limit what may
/// be said, then hints; within a kind by id. The result is that of all replications, with its min-cuts. What is said
/// depends on no thread and on no clock.
std::vector<GuardRail> guard_rails(scenarios::Scenario const&, ScenarioResult const&, std::vector<Replication> const&);

/// Whether any of them is more than a hint.
bool any_warns(std::vector<GuardRail> const&);

}  // namespace shudao::experiment

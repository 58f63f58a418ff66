#pragma once
#include <vector>

#include "sim/experiment/study.h"
#include "sim/experiment/unit.h"

namespace shudao::experiment {

/// What the finished units of a study come to, planning figures, notes and sentences included; wall time aside.
/// One scenario, or a base and its alternatives.
Comparison comparison_of(std::vector<scenarios::Scenario const*> const&, std::uint64_t seed, std::vector<Unit> const&);

/// What the replications of one scenario come to, wall time aside.
ScenarioResult result_of(scenarios::Scenario const&, std::uint64_t seed, std::vector<Replication> const&);

}  // namespace shudao::experiment

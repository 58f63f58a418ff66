#pragma once
#include <vector>

#include "sim/experiment/account.h"

namespace shudao::experiment {

/// The result of a scenario from its replications, which come in the order of their numbers. The run digest hashes the
/// digests of the replications in that order, the ledger digest likewise. Twelve causes of each corridor are kept.
ScenarioResult merged(std::vector<Replication> const&);

/// The differences of one corridor over replications, in order: means and intervals, correlation of the two scenarios'
/// mean times, counts added up; no sentences.
CorridorDifference merged(std::vector<CorridorDifference const*> const&);

}  // namespace shudao::experiment

#pragma once
#include <vector>

#include "sim/experiment/figures/chain_tally.h"
#include "sim/experiment/figures/corridor_figures.h"

namespace shudao::experiment {

/// The chains of a corridor in one replication, in the order of ChainTally::chains. The time–cost–distance method of
/// UNESCAP: what a consignment has spent, against how far it has come; borders and terminals are vertical steps.
/// Times are means over consignments, money and emissions over TEU, as in CorridorResult, so that the last point is
/// the mean transit time, cost and CO2e of the chain. Tariffs and emissions grow with distance, interest on the cargo
/// with time; what cannot be placed (interest on duties and refunds, halves of a fen, what those under way have paid)
/// is added at the end.
std::vector<ChainResult> chain_results(scenarios::Scenario const&, scenarios::CorridorId, ChainTally const&);

}  // namespace shudao::experiment

#pragma once
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/cli/extent.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// What a comparison says to a planner: for each corridor a table (base, alternative, paired difference) with the hours
/// of each component, and one sentence; laws and notes of both runs. A corridor whose figures should not be put side by
/// side, or of which consignments are still under way, has no differences but the reason. Of a
/// large world an overview, the corridors that are asked for, and sentences on these or the largest proven differences.
/// All this for one alternative after the other; `alternatives` are their scenarios.
std::string comparison_text(experiment::Comparison const&, scenarios::Scenario const& base,
                            std::vector<scenarios::Scenario const*> const& alternatives, Language, Extent const& = {});

}  // namespace shudao::viz::cli

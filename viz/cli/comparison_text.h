#pragma once
#include <string>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/cli/messages.h"

namespace shudao::cli {

/// What a comparison says to a planner: for each corridor a table (base, alternative, paired difference) with the hours
/// of each component that changed, and one sentence; laws and notes of both runs. The
/// alternative, which knows all corridors of the base, gives the names.
std::string comparison_text(experiment::Comparison const&, scenarios::Scenario const& alternative, Language);

}  // namespace shudao::cli

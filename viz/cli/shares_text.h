#pragma once
#include <string>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// A row a route of each flow that has a choice: its share, how long it takes, how far its share swings.
std::string shares_table(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// A warning for each flow whose shares do not settle.
std::string swing_notes(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

}  // namespace shudao::viz::cli

#pragma once
#include <string>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// A row a corridor: TFI1–4, speed without delay and buffer index; with a star what few consignments stand behind.
std::string indicators_table(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

}  // namespace shudao::viz::cli

#pragma once
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/cli/messages.h"

namespace shudao::cli {

/// What one run says to a planner: summary, corridors side by side, main causes of time, places, services, laws, notes.
/// The scenario gives the names; times of corridors are in days of 24 h, all else as the head of the table says.
std::string result_text(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// The table of all corridors: a row a measure, a column a corridor (three at a time).
std::string corridor_table(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// Whether each law holds, and every breach.
std::string laws_text(experiment::Laws const&, Language);

/// What the reader and the run want to be known.
std::string notes_text(experiment::ScenarioResult const&, Language);

/// One line of what was run.
std::string summary_text(experiment::ScenarioResult const&, Language);

}  // namespace shudao::cli

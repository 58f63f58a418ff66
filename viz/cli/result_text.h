#pragma once
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/cli/extent.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// What one run says to a planner: summary, corridors side by side, main causes of time, places, services, laws, notes.
/// The scenario gives the names; times of corridors are in days of 24 h, all else as the head of the table says.
/// Of a large world an overview, the corridors that are asked for, and what is worst of the rest.
std::string result_text(experiment::ScenarioResult const&, scenarios::Scenario const&, Language, Extent const& = {});

/// The table of all corridors: a row a measure, a column a corridor (three at a time).
std::string corridor_table(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// One line of what was run.
std::string summary_text(experiment::ScenarioResult const&, Language);

/// A time, a cost or an emission of a corridor: a lower bound (≥) if the cap left consignments under way.
std::string bound_text(experiment::CorridorResult const&, experiment::Measure const&, double unit = 1.0);
std::string cut_text(experiment::CorridorResult const&, Language);
std::string due_text(experiment::CorridorResult const&);
/// The share past its shelf life; a dash where nothing has one.
std::string spoiled_text(experiment::CorridorResult const&);

}  // namespace shudao::viz::cli

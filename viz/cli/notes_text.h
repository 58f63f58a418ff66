#pragma once
#include <string>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// What the marks in the tables mean: ± and its lack, and the weight that the carbon is of.
std::string table_notes(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// A warning for each corridor whose demand is more than its min-cut.
std::string demand_notes(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// The same in one sentence for all corridors.
std::string overload_note(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// What limits each corridor, and these warnings.
std::string capacity_notes(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// Whether each law holds, and every breach.
std::string laws_text(experiment::Laws const&, Language);

/// How many consignments the cap left under way, if any.
std::string unfinished_text(std::int64_t consignments, Language);
/// What held most of them: up to three causes.
std::string held_text(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// What the reader and the run want to be known.
std::string notes_text(experiment::ScenarioResult const&, Language);

/// The first of these notes.
std::string short_notes_text(experiment::ScenarioResult, Language);

/// How many rows are left out, if any.
std::string rest_text(std::size_t rows, Language);

/// "13-18": the times, in days after ready, by which the consignments of a corridor are due; "–" if they never are.
std::string due_days_text(experiment::CorridorResult const&, scenarios::Scenario const&);

}  // namespace shudao::viz::cli

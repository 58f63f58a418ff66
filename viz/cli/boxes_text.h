#pragma once
#include <string>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// A row a kind of box of each depot; nothing without boxes.
std::string depots_text(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// The share of empties by place and service; nothing without boxes.
std::string empties_text(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// A row a change to a timetable: how many missed an earlier run; nothing where no route changes to one.
std::string connections_text(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// A warning a depot that consignments waited for in vain.
std::string dry_depots_text(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

}  // namespace shudao::viz::cli

#pragma once
#include <string>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// A row a place: what passes, how long it stays, and its resources.
std::string places_table(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// A row a service: departures, load, and what was left behind.
std::string services_table(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

}  // namespace shudao::viz::cli

#pragma once
#include "scenarios/scenario.h"
#include "sim/experiment/results.h"

namespace shudao::viz::cli {

/// Two places, one corridor, one service and one resource, named in both languages.
scenarios::Scenario sample_scenario();

/// A result of it with a figure for everything.
experiment::ScenarioResult sample_result();

/// The result against itself with one hour less of documents.
experiment::Comparison sample_comparison();

}  // namespace shudao::viz::cli

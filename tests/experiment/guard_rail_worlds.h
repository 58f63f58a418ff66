#pragma once
#include <string>

#include "sim/experiment/study.h"

namespace shudao::experiment {

/// An example of scenarios/examples with a merge patch.
scenarios::Scenario patched_example(std::string const& name, std::string const& merge_patch = "{}");

/// What running it, with its own replications, gives.
ScenarioResult run_of(scenarios::Scenario const&);

/// The warning of this kind at this id; null if there is none.
GuardRail const* find_rail(ScenarioResult const&, GuardRailKind, std::string const& where);

/// All warnings but hints, one a line: "kind where value sentence".
std::string warnings_of(ScenarioResult const&);

}  // namespace shudao::experiment

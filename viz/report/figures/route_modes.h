#pragma once
#include "scenarios/scenario.h"

namespace shudao::viz::report {

/// "rail, sea" of a route: its modes without the lorry that brings and fetches, in the order of kinds.
scenarios::Text modes_of(scenarios::Scenario const&, scenarios::Route const&);

}  // namespace shudao::viz::report

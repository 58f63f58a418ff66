#pragma once
#include <string>

#include "scenarios/scenario.h"
#include "sim/experiment/study.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// The life of one consignment as a table: from when (local time of the place and UTC), which component, where, how
/// many hours; the sum is its door-to-door time.
std::string life_text(experiment::Life const&, scenarios::Scenario const&, Language);

}  // namespace shudao::viz::cli

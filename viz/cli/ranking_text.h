#pragma once
#include <string>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/cli/extent.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// Of more than one alternative: for each corridor that is told in detail the probability of each option to be the
/// best, by measure; then the options that are dominated.
std::string ranking_text(experiment::Comparison const&, scenarios::Scenario const& base, Language, Extent const&);

}  // namespace shudao::viz::cli

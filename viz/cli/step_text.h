#pragma once
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// "6 h (lognormal, CV 1)".
std::string distribution_text(Distribution const&);

std::vector<std::string> token_names(scenarios::Scenario const&, scenarios::TokenSet);

/// One line a step, indented: who serves it, how long, how often, what it waits for, needs, grants and is skipped by.
std::string steps_text(scenarios::Scenario const&, scenarios::Process const&, Language);

}  // namespace shudao::viz::cli

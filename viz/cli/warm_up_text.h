#pragma once
#include <string>

#include "sim/experiment/warm_up.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// The proposal, what speaks for it, and week by week what both starts gave.
std::string warm_up_text(experiment::WarmUpProposal const&, scenarios::Scenario const&, Language);
/// {schema_version, scenario, own_weeks, proposed_weeks, agreed_week, filled_weeks, …}: docs/reference/json.md.
std::string warm_up_json(experiment::WarmUpProposal const&, scenarios::Scenario const&);

}  // namespace shudao::viz::cli

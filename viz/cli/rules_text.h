#pragma once
#include <string>

#include "scenarios/rule_list.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// Every rule with what asks for it, what it rests on, what is expected of it and where in the world it applies.
std::string rules_text(scenarios::RuleList const&, Language);
std::string rules_json(scenarios::RuleList const&);

/// One rule: what it says, and each process that it changes before and after it, step by step. `world` has it in force.
std::string rule_text(scenarios::Scenario const& world, scenarios::ListedRule const&, Language);
std::string rule_json(scenarios::Scenario const& world, scenarios::ListedRule const&);

}  // namespace shudao::viz::cli

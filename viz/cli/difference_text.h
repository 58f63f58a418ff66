#pragma once
#include <string>

#include "scenarios/difference.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// What differs between two scenarios, in words: one line each, things that come and go first, what is alike in many
/// things together, labels and sources only counted. Says so if nothing differs.
std::string difference_text(scenarios::Scenario const& a, scenarios::Scenario const& b, Language);

/// One JSON object (docs/reference/json.md).
std::string difference_json(scenarios::Scenario const& a, scenarios::Scenario const& b);

}  // namespace shudao::viz::cli

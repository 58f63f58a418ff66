#pragma once
#include <string>

#include "scenarios/catalogue.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// By category how much of what the plans ask for the model has; item by item if `is_full` or for one category.
std::string plans_text(scenarios::Catalogue const&, std::string const& category, bool is_full, Language);

/// One JSON object (docs/reference/json.md).
std::string plans_json(scenarios::Catalogue const&, std::string const& category);

}  // namespace shudao::viz::cli

#pragma once
#include <string>

#include "viz/cli/sensitivity_command.h"

namespace shudao::viz::cli {

/// What stands and what flips, where the doubt comes from, the inputs that matter, and what was not tried.
std::string sensitivity_text(experiment::Sensitivity const&, experiment::Question const&, bool is_preview, Language);

/// docs/reference/json.md.
std::string json_text(experiment::Sensitivity const&, experiment::Question const&, bool is_preview);

}  // namespace shudao::viz::cli

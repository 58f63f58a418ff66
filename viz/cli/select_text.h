#pragma once
#include <string>

#include "viz/cli/select_command.h"

namespace shudao::viz::cli {

/// The sentence, and a table of the options, the best first.
std::string selection_text(experiment::Selection const&, experiment::Question const&, bool is_preview, Language);

/// docs/reference/json.md.
std::string json_text(experiment::Selection const&, experiment::Question const&, bool is_preview);

}  // namespace shudao::viz::cli

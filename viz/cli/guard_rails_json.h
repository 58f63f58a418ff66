#pragma once
#include <vector>

#include "sim/experiment/guard_rail.h"
#include "sim/experiment/question.h"
#include "viz/cli/json_parts.h"

namespace shudao::viz::cli {

/// A list of what stands against quoting figures: docs/reference/json.md.
Json guard_rails_json(std::vector<experiment::GuardRail> const&);

/// By id of the world of a question.
Json guard_rails_json(std::vector<std::vector<experiment::GuardRail>> const& by_world, experiment::Question const&);

}  // namespace shudao::viz::cli

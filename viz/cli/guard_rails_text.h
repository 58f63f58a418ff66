#pragma once
#include <string>
#include <vector>

#include "sim/experiment/guard_rail.h"
#include "sim/experiment/question.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// How many guard-rails there are and what they say, those that forbid quoting first; of each kind the first three
/// and its remedy once. Hints are counted only, unless everything is asked for.
std::string guard_rails_text(std::vector<experiment::GuardRail> const&, bool is_full, Language);

/// The same for each world of a question, its id before it.
std::string guard_rails_text(std::vector<std::vector<experiment::GuardRail>> const& by_world,
                             experiment::Question const&, Language);

}  // namespace shudao::viz::cli

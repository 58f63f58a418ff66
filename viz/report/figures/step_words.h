#pragma once
#include <string>

#include "scenarios/scenario.h"

namespace shudao::viz::report {

/// What a step or process of this id is called, for ids that worlds commonly use; otherwise the id itself.
scenarios::Text step_words(std::string const& id);

}  // namespace shudao::viz::report

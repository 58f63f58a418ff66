#pragma once
#include <vector>

#include "scenarios/process.h"

namespace shudao::scenarios {

/// The steps in an order in which they can be done; those that may be done at once by id.
std::vector<Step const*> in_order(Process const&);

}  // namespace shudao::scenarios

#pragma once
#include <vector>

#include "scenarios/validation.h"
#include "sim/base/digest.h"

namespace shudao::experiment {

/// Of everything that selectors ask for, in their order.
Fingerprint fingerprint_of(std::vector<scenarios::Selector> const&);

}  // namespace shudao::experiment

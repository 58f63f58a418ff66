#pragma once
#include <vector>

#include "sim/experiment/figures/figures.h"

namespace shudao::experiment {

/// The figures of a scenario from those of its replications, in order; at least one. Chains that nobody took are left
/// out, the others sorted by their share, largest first; links that carry nothing are left out.
Figures merged(std::vector<Figures const*> const&);

}  // namespace shudao::experiment

#pragma once
#include "sim/experiment/varying.h"

namespace shudao::experiment {

/// Those of the inputs that can be drawn anywhere in their ranges at the same time, in their order. A world may refuse a
/// pair of values of which each alone is right (a least above a most): inputs that an error names stay at their stated
/// values, as do all that are drawn with them where nobody can be named. Learns on the way which take whole values only.
std::vector<std::size_t> drawn_together(Varying&, std::vector<std::size_t> inputs);

}  // namespace shudao::experiment

#pragma once
#include <vector>

#include "sim/experiment/account.h"

namespace shudao::experiment {

/// What a comparison is made of: one replication of the base and of all its alternatives.
struct Unit {
  std::int64_t number = 0;
  std::vector<Replication> sides;                            ///< The base, then the alternatives.
  std::vector<std::vector<CorridorDifference>> differences;  ///< By alternative.
};

}  // namespace shudao::experiment

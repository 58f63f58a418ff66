#pragma once
#include <vector>

#include "sim/experiment/account.h"

namespace shudao::experiment {

/// What a study is made of and what a store keeps whole: one replication of the base and of all its alternatives.
struct Unit {
  std::int64_t number = 0;
  std::vector<Replication> sides;                            ///< The base, then the alternatives.
  std::vector<std::vector<CorridorDifference>> differences;  ///< By alternative.
};

/// Units of the same key and different numbers may be put together; everything that results depend on is in it.
struct UnitKey {
  std::string program;      ///< Version and build.
  std::string base;         ///< Fingerprint of the scenario.
  std::string alternative;  ///< The same of all alternatives, with spaces between; empty when one scenario is run.
  std::uint64_t seed = 0;
  Fault fault = Fault::none;
};

}  // namespace shudao::experiment

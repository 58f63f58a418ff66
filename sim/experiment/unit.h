#pragma once
#include <optional>
#include <vector>

#include "sim/experiment/account.h"

namespace shudao::experiment {

/// What a study is made of and what a store keeps whole: one replication, of one scenario or of two that are compared.
struct Unit {
  std::int64_t number = 0;
  Replication base;
  std::optional<Replication> alternative;
  std::vector<CorridorDifference> differences;
};

/// Units of the same key and different numbers may be put together; everything that results depend on is in it.
struct UnitKey {
  std::string program;      ///< Version and build.
  std::string base;         ///< Fingerprint of the scenario.
  std::string alternative;  ///< The same; empty when one scenario is run.
  std::uint64_t seed = 0;
  Fault fault = Fault::none;
};

}  // namespace shudao::experiment

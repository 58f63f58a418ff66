#pragma once
#include <string>

#include "sim/experiment/study.h"

namespace shudao::experiment {

/// What one replication of one scenario is found by: everything that its content depends on.
struct RunKey {
  std::string program;   ///< Version and build.
  std::string scenario;  ///< Its fingerprint.
  std::string asked;     ///< Fingerprint of what is measured beside the results; empty: nothing.
  std::uint64_t seed = 0;
  Fault fault = Fault::none;  ///< Planted in this very replication.
  std::int64_t number = 0;
};

}  // namespace shudao::experiment

#pragma once
#include <string>

#include "sim/experiment/study.h"
#include "viz/cli/manner.h"

namespace shudao::viz::cli {

/// Makes the results of a store again and compares.
struct Reproduce {
  std::string results;
  std::string against;   ///< Folder where the inputs stand now; empty: where they stood.
  int replications = 0;  ///< 0: all.
  int threads = 0;       ///< 0: all cores.
  experiment::ExecutorKind executor = experiment::ExecutorKind::automatic;
  Manner manner;
};

}  // namespace shudao::viz::cli

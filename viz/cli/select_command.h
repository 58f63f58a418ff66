#pragma once
#include <string>
#include <vector>

#include "sim/experiment/selecting.h"
#include "viz/cli/manner.h"

namespace shudao::viz::cli {

/// What a figure is asked of: a study, or scenarios with a corridor.
struct Subject {
  std::vector<std::string> words;  ///< One study (file, or id in `folder`), or scenarios, the base first.
  std::string folder;
  std::string corridor;  ///< Id or name; only of scenarios.
  std::string measure;   ///< Empty: mean door-to-door time of scenarios, the first measure of a study.
};

struct Select {
  Subject subject;
  bool is_preview = false;
  std::optional<experiment::Better> better;  ///< None: as usual for the measure.
  experiment::SelectionOptions how;
  Manner manner;
};

}  // namespace shudao::viz::cli

#pragma once
#include "sim/experiment/sensitivity.h"
#include "viz/cli/select_command.h"

namespace shudao::viz::cli {

struct AskSensitivity {
  Subject subject;
  bool is_preview = false;
  experiment::SensitivityOptions how;
  Manner manner;
};

}  // namespace shudao::viz::cli

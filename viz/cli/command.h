#pragma once
#include <string>
#include <variant>
#include <vector>

#include "sim/experiment/study.h"
#include "viz/cli/messages.h"

namespace shudao::cli {

/// How a command speaks.
struct Manner {
  bool json = false;
  bool is_quiet = false;  ///< No progress.
  Language language = Language::both;
};

struct Run {
  std::string scenario;
  experiment::StudyOptions options;
  Manner manner;
};
struct Compare {
  std::string base, alternative;
  experiment::StudyOptions options;
  Manner manner;
};
struct Check {
  std::vector<std::string> scenarios;
  Manner manner;
};
struct Routes {
  std::string scenario, from, to;
  int count = 3;
  Manner manner;
};
struct Trace {
  std::string results, consignment;
  Manner manner;
};
struct Version {
  Manner manner;
};

/// What the person asked for, one struct a subcommand.
using Command = std::variant<Run, Compare, Check, Routes, Trace, Version>;

}  // namespace shudao::cli

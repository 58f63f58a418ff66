#pragma once
/// The command line of shudao-bench.
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bench/measure.h"

namespace shudao::bench {

struct TimeGuest {
  kernel::guests::Guest guest;
  HowToRun how;
  bool as_json = false;
};
struct TimeHolds {
  std::size_t most = 1'000'000;
  bool as_json = false;
};
struct TimeMicro {
  std::vector<std::string> arguments;
};
using Command = std::variant<TimeGuest, TimeHolds, TimeMicro>;

/// Prints help or what is wrong itself; then there is no command, and `exit_code` says how to end.
std::optional<Command> read_options(int argc, char const* const* argv, int& exit_code);

}  // namespace shudao::bench

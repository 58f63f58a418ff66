#pragma once
#include <functional>

#include "sim/experiment/study.h"

namespace shudao::experiment {

/// How many units of work run side by side, and with which executor each.
struct Team {
  int threads = 1;  ///< Of all units together.
  int units = 1;
  bool is_parallel = false;
  int threads_each = 1;
};

/// The team for so many units: one thread each while there are enough of them, otherwise several threads each.
Team team_for(StudyOptions const&, int units);

/// Calls `unit` with 0 … count − 1 on one task arena, the smallest number first, until all are done, one of them throws
/// (which is passed on), or somebody cancels.
void run_side_by_side(Team const&, std::size_t count, std::atomic<bool> const* cancel,
                      std::function<void(std::size_t)> const& unit);

}  // namespace shudao::experiment

#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sim/base/time.h"

namespace shudao::experiment {

/// One vehicle of a scheduled service, stop by stop.
struct VehicleRun {
  struct Stop {
    std::string place;
    double km = 0;                              ///< Along the line, from its first stop.
    std::optional<SimTime> arrival, departure;  ///< None at the ends, and after the run was cut off by the end.
  };
  std::string service;
  int number = 0;  ///< From 1, in the order of setting off in the week.
  std::vector<Stop> stops;
};

}  // namespace shudao::experiment

#pragma once
#include <string>

#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

/// What a service carries over one link, empties included, counted at departure in the window.
struct LinkFlow {
  std::string service, link, from, to, mode;
  Measure teu_per_year, vehicles_per_year;
};

}  // namespace shudao::experiment

#pragma once
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// One sentence in each language on what the alternative does to the transit time of a corridor: direction, size with
/// 95 % interval (from three replications on) and number of replications, in days from 72 h on, otherwise in hours, in
/// two or three digits as the interval supports. An interval that holds 0 is called no proven difference, equality to
/// the last figure exact.
scenarios::Text sentence_on(CorridorDifference const&, scenarios::Text const& corridor,
                            scenarios::Text const& alternative);

}  // namespace shudao::experiment

#pragma once
#include <vector>

#include "viz/report/study_data.h"

namespace shudao::viz::report {

/// What is drawn as one line: both directions between two places by one mode.
struct FlowLine {
  scenarios::Link const* link = nullptr;
  double teu_per_year = 0;
};

/// The lines of a world with cargo, most TEU first.
std::vector<FlowLine> lines_of(World const&);

}  // namespace shudao::viz::report

#pragma once
#include "sim/experiment/studying.h"

namespace shudao::experiment {

/// What a comparison of `compared` in all found, for planners, in Chinese and English.
scenarios::Text sentence_on(StudyComparison const&, scenarios::StudyMeasure const&, scenarios::Text const& base,
                            scenarios::Text const& alternative, std::size_t compared);

/// What a difference is said in: hours or days, percentage points, or the program's own unit.
struct SpokenUnit {
  double per_unit = 1;
  scenarios::Text name;
};
SpokenUnit spoken_unit(scenarios::Selector const&, double size);

}  // namespace shudao::experiment

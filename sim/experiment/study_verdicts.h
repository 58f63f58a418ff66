#pragma once
#include "sim/experiment/studying.h"

namespace shudao::experiment {

/// Verdicts and sentences of all comparisons, which are told together: p values are adjusted (Holm) for all that could be
/// tested.
void judge(StudyAnswer&, scenarios::Study const&);

}  // namespace shudao::experiment

#pragma once
#include "scenarios/study.h"

namespace shudao::experiment {

/// The first look at a world: a quarter of its window, one week at the least, half of its warm-up, and few
/// replications. Volumes and capacities stay: trains and lots are whole, so that a quarter of the cargo would wait four
/// times as long for a full train. What it gives is not to be quoted; how far it is off: docs/guides/preview.md.
inline constexpr int kPreviewReplications = 5, kPreviewShare = 4;

scenarios::Scenario preview_of(scenarios::Scenario const&);
scenarios::Study preview_of(scenarios::Study const&);

}  // namespace shudao::experiment

#pragma once
#include "scenarios/study.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// The first look at a world: a quarter of its window, one week at the least, after its whole warm-up, and few
/// replications. Volumes and capacities stay: trains and lots are whole, so that a quarter of the cargo would wait four
/// times as long for a full train. What it gives is not to be quoted; how far it is off: docs/guides/preview.md.
inline constexpr int kPreviewReplications = 5, kPreviewShare = 4;

/// Says so first among its notes, which every result and store of it keeps.
scenarios::Scenario preview_of(scenarios::Scenario const&);
scenarios::Study preview_of(scenarios::Study const&);

bool is_preview(scenarios::Scenario const&);
bool is_preview(ScenarioResult const&);

}  // namespace shudao::experiment

#pragma once
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// Hours from a random moment to the next cut-off of a scheduled service: mean Σh²/(2Σh) over its headways h, and
/// variance, by renewal theory (D. R. Cox, "Renewal Theory", 1962). For a vehicle that fills, any time up to the
/// longest wait is as likely; one on demand comes at once.
struct Headway {
  double mean_h = 0, variance_h2 = 0;
};
Headway wait_for(Service const&);

}  // namespace shudao::scenarios

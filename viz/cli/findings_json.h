#pragma once
#include "sim/experiment/results.h"
#include "viz/cli/json_parts.h"

namespace shudao::viz::cli {

/// Adds comparisons, compared, p_best and dominated; docs/reference/json.md.
void add_findings(Json& comparison, experiment::Comparison const&);

/// Adds direct_h, relief_h, touched and ledger_difference_h.
void add_parts(Json& difference, experiment::CorridorDifference const&);

}  // namespace shudao::viz::cli

#pragma once
#include <vector>

#include "sim/experiment/replication.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {

/// Runs the study of one scenario, or of a base and its alternatives, with this way of running a replication.
StudyOutcome conduct(std::vector<scenarios::Scenario const*> const&, StudyOptions const&, Runner const&);

}  // namespace shudao::experiment

#pragma once
#include "sim/experiment/study.h"
#include "viz/cli/manner.h"

namespace shudao::viz::cli {

/// On stderr: that measures are not known as well as was asked for after so many replications, and the worst of them.
/// Nothing if all are.
void say_what_is_imprecise(std::vector<experiment::Imprecise> const&, experiment::StudyOptions const&,
                           std::int64_t replications, Manner const&);

}  // namespace shudao::viz::cli

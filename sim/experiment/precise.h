#pragma once
#include <string>
#include <vector>

#include "sim/experiment/batch.h"

namespace shudao::experiment {

/// How many replications in all are needed until the headline measures asked for are known well enough in every
/// scenario of a batch, by what its replications found so far; their number if they are enough. It depends on the
/// figures alone, so a study stops after the same replications on any machine.
int replications_wanted(Precision const&, BatchRuns const&);

/// The measures that are not known well enough by these runs; most doubtful first.
std::vector<Imprecise> imprecise(Precision const&, BatchRuns const&);

/// The headline measures with these names or beginnings of names ("cost"). Throws InputErrors for one that is none.
std::vector<std::string> precision_measures(std::vector<std::string> const& names);

}  // namespace shudao::experiment

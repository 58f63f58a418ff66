#pragma once
#include "sim/experiment/comparing.h"

namespace shudao::experiment {

/// Puts all options of a comparison beside each other: who is best with which probability, who cannot be told from
/// whom, who is dominated. Pairs of options are tested like comparisons with the base; their p values are adjusted for
/// all pairs of all headline measures and corridors.
void rank(Comparison&, Columns const&, Objections const&);

}  // namespace shudao::experiment

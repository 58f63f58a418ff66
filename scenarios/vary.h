#pragma once
#include <string>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// The JSON merge patch (RFC 7396) on the resolved document that gives this number another value, or this distribution
/// another mean: all its members in hours, kilometres … are scaled alike, so that its shape stays. A distribution must
/// have a mean above 0. `low` and `high` give way where the value would lie beyond them.
std::string patch_for(Scenario const&, Pedigree const&, double value);

/// The scenario that its resolved document gives under a merge patch, for example {"run":{"window_weeks":4}}.
/// Throws InputErrors if the patched document is not sound.
Scenario patched(Scenario const&, std::string const& merge_patch);

}  // namespace shudao::scenarios

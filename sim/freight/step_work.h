#pragma once
#include <optional>

#include "sim/freight/party.h"

namespace shudao::freight {

/// How long this step keeps this party busy this time, net of queues and closed hours; nothing if it is not needed.
/// Draws are keyed by (party, home of the work, visit number); every call is one visit of each piece of work, and each
/// repetition takes the next index.
std::optional<Duration> draw_work(RandomSeed, scenarios::Step const&, Party&);

}  // namespace shudao::freight

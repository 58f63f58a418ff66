#pragma once
#include <optional>

#include "sim/freight/party.h"

namespace shudao::freight {

/// What one step comes to for one party.
struct DrawnWork {
  Duration work;  ///< How long it keeps the party busy, net of queues and closed hours: the longest of its works.
  scenarios::Component component{};  ///< Of the longest work; of equals the first by home.
  scenarios::TokenSet grants;
  Money cost;                 ///< Of all works, each as often as it was done.
  std::uint32_t repeats = 0;  ///< How often a work was done once more.
};

/// What the step comes to for this party this time; nothing if none of its works is needed. Draws are keyed by (party,
/// home of the work, visit number); every call is one visit of each piece of work, and each repetition takes the next.
std::optional<DrawnWork> draw_work(RandomSeed, scenarios::Step const&, Party&);

}  // namespace shudao::freight

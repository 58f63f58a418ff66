#pragma once
#include <string>

#include "viz/cli/network_facts.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// Tables of places, links, services and corridors, what connects, and what binds each corridor.
std::string network_text(scenarios::Scenario const&, NetworkFacts const&, Language);

}  // namespace shudao::viz::cli

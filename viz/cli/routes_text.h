#pragma once
#include <string>
#include <vector>

#include "network/routes.h"
#include "scenarios/rides.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// The routes as tables, one line a ride.
std::string routes_text(scenarios::Rides const&, network::NodeId from, network::NodeId to,
                        std::vector<network::Route> const&, Language);

}  // namespace shudao::viz::cli

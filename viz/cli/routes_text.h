#pragma once
#include <string>
#include <vector>

#include "network/routes.h"
#include "viz/cli/messages.h"

namespace shudao::cli {

/// The routes as tables, one line a leg.
std::string routes_text(network::Network const&, network::NodeId from, network::NodeId to,
                        std::vector<network::Route> const&, Language);

}  // namespace shudao::cli

#pragma once
#include "network/network.h"
#include "scenarios/scenario.h"

namespace shudao::cli {

/// Places and what runs between them: a node a place, an edge for each ride of a service from one stop to the
/// next, with its mean running time; services over planned places are left out. Waits, queues and formalities are not
/// in it.
network::Network service_network(scenarios::Scenario const&);

}  // namespace shudao::cli

#pragma once
#include <vector>

#include "network/network.h"

namespace shudao::network {

/// The nodes that can be reached along the edges from any of `starts`, these included; in order of name.
std::vector<NodeId> reachable_from(Network const&, std::vector<NodeId> const& starts);

/// The parts of the network that no edge joins in either direction. Each part in order of name, the parts in order of
/// their first name.
std::vector<std::vector<NodeId>> weak_components(Network const&);

}  // namespace shudao::network

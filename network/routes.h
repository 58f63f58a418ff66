#pragma once
#include <cstddef>
#include <vector>

#include "network/network.h"

namespace shudao::network {

/// A path that enters no node twice.
struct Route {
  std::vector<EdgeId> edges;
  double hours = 0;  ///< Sum over the edges, each rounded to a millisecond.
  Distance distance;
};

/// The `count` quickest routes, or all if there are fewer; none from a node to itself. Quickest first; of equally quick
/// ones that with fewer edges, then that whose edge names come first in byte order.
/// J. Y. Yen, "Finding the K shortest loopless paths in a network", Management Science 17 (1971) 712–716, without the
/// repeated work as in E. L. Lawler, Management Science 18 (1972) 401–405; each step a Dijkstra search backwards from
/// the destination.
std::vector<Route> quickest_routes(Network const&, NodeId from, NodeId to, std::size_t count);

}  // namespace shudao::network

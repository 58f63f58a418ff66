#pragma once
// Private to the folder: the only header that shows Boost.Graph, included by .cpp files only.
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <utility>
#include <vector>

#include "network/network.h"

namespace shudao::network {

/// The network as Boost.Graph reads it: vertex = index of the node, edge property = id of the edge.
using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, EdgeId>;
enum class Heading { forward, backward };

inline Graph graph_of(Network const& network, Heading heading) {
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  std::vector<EdgeId> const& ids = network.edges_by_name();
  ends.reserve(ids.size());
  for (EdgeId const id : ids) {
    std::size_t const from = network.edge(id).from.index(), to = network.edge(id).to.index();
    ends.push_back(heading == Heading::forward ? std::pair{from, to} : std::pair{to, from});
  }
  return Graph{boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), ids.begin(), network.nodes().size()};
}

}  // namespace shudao::network

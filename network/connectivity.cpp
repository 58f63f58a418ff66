#include "network/connectivity.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <limits>

#include "network/graph.h"

namespace shudao::network {

std::vector<NodeId> reachable_from(Network const& network, std::vector<NodeId> const& starts) {
  Graph const graph = graph_of(network, Heading::forward);
  auto const index = get(boost::vertex_index, graph);
  std::vector<boost::default_color_type> colours(network.nodes().size(), boost::white_color);
  boost::queue<std::size_t> waiting;
  for (NodeId const start : starts) {
    if (colours[start.index()] != boost::white_color) continue;
    boost::breadth_first_visit(graph, start.index(), waiting, boost::bfs_visitor<>{},
                               boost::make_iterator_property_map(colours.begin(), index));
  }
  std::vector<NodeId> reached;
  for (NodeId const id : network.nodes_by_name())
    if (colours[id.index()] != boost::white_color) reached.push_back(id);
  return reached;
}

std::vector<std::vector<NodeId>> weak_components(Network const& network) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph(network.nodes().size());
  for (Edge const& edge : network.edges()) add_edge(edge.from.index(), edge.to.index(), graph);
  std::vector<std::size_t> part_of(network.nodes().size());
  std::size_t const parts = boost::connected_components(
      graph, boost::make_iterator_property_map(part_of.begin(), get(boost::vertex_index, graph)));
  constexpr auto kUnseen = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> place_of(parts, kUnseen);
  std::vector<std::vector<NodeId>> components;
  for (NodeId const id : network.nodes_by_name()) {
    std::size_t& place = place_of[part_of[id.index()]];
    if (place == kUnseen) {
      place = components.size();
      components.emplace_back();
    }
    components[place].push_back(id);
  }
  return components;
}

}  // namespace shudao::network

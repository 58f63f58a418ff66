#include "network/max_flow.h"

#include <lemon/preflow.h>
#include <lemon/smart_graph.h>

namespace shudao::network {
namespace {

using lemon::SmartDigraph;

/// Marks what can be reached from `source` where arcs have spare capacity, or flow to take back.
std::vector<char> residual_side(SmartDigraph const& graph, std::vector<FlowArc> const& arcs,
                                std::vector<std::int64_t> const& flow, std::uint32_t source) {
  std::vector<char> is_reached(static_cast<std::size_t>(graph.nodeNum()), 0);
  std::vector<std::uint32_t> waiting{source};
  is_reached[source] = 1;
  auto const reach = [&](std::uint32_t node) {
    if (is_reached[node] != 0) return;
    is_reached[node] = 1;
    waiting.push_back(node);
  };
  while (!waiting.empty()) {
    SmartDigraph::Node const at = SmartDigraph::nodeFromId(static_cast<int>(waiting.back()));
    waiting.pop_back();
    for (SmartDigraph::OutArcIt arc(graph, at); arc != lemon::INVALID; ++arc) {
      auto const i = static_cast<std::size_t>(SmartDigraph::id(arc));
      if (flow[i] < arcs[i].capacity) reach(arcs[i].to);
    }
    for (SmartDigraph::InArcIt arc(graph, at); arc != lemon::INVALID; ++arc) {
      auto const i = static_cast<std::size_t>(SmartDigraph::id(arc));
      if (flow[i] > 0) reach(arcs[i].from);
    }
  }
  return is_reached;
}

}  // namespace

MaxFlow max_flow(std::uint32_t nodes, std::vector<FlowArc> const& arcs, std::uint32_t source, std::uint32_t sink) {
  SmartDigraph graph;
  graph.reserveNode(static_cast<int>(nodes));
  graph.reserveArc(static_cast<int>(arcs.size()));
  for (std::uint32_t i = 0; i < nodes; ++i) graph.addNode();
  SmartDigraph::ArcMap<std::int64_t> capacity(graph);
  for (FlowArc const& arc : arcs)
    capacity[graph.addArc(SmartDigraph::nodeFromId(static_cast<int>(arc.from)),
                          SmartDigraph::nodeFromId(static_cast<int>(arc.to)))] = arc.capacity;
  lemon::Preflow<SmartDigraph, SmartDigraph::ArcMap<std::int64_t>> preflow(
      graph, capacity, SmartDigraph::nodeFromId(static_cast<int>(source)),
      SmartDigraph::nodeFromId(static_cast<int>(sink)));
  preflow.run();
  MaxFlow result;
  result.value = preflow.flowValue();
  result.flow.reserve(arcs.size());
  for (std::size_t i = 0; i < arcs.size(); ++i)
    result.flow.push_back(preflow.flow(SmartDigraph::arcFromId(static_cast<int>(i))));
  result.is_on_source_side = residual_side(graph, arcs, result.flow, source);
  return result;
}

}  // namespace shudao::network

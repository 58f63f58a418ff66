#include "network/routes.h"

#include <algorithm>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "network/graph.h"
#include "sim/base/errors.h"

namespace shudao::network {
namespace {

constexpr double kMillisecondsPerHour = 3'600'000;

/// What makes a route long. Whole numbers, so that sums do not depend on their order; counting the edges makes every
/// edge longer than nothing, so that no quickest walk circles among edges of zero hours.
struct Length {
  std::int64_t milliseconds = 0;
  std::int64_t edges = 0;
  friend auto operator<=>(Length const&, Length const&) = default;
  friend Length operator+(Length a, Length b) { return {a.milliseconds + b.milliseconds, a.edges + b.edges}; }
};
constexpr Length kUnreachable{std::numeric_limits<std::int64_t>::max(), 0};

/// A route as the ranks of its edges: comparing ranks is comparing names.
struct Path {
  Length length;
  std::vector<std::uint32_t> ranks;
  std::size_t spur = 0;  ///< The edge at which it left the path that it was made from.
  friend bool operator<(Path const& a, Path const& b) {
    return std::tie(a.length, a.ranks) < std::tie(b.length, b.ranks);
  }
};

/// What a search must keep away from.
struct Closed {
  std::vector<char> nodes;           ///< By node index.
  std::vector<std::uint32_t> edges;  ///< Ranks of edges that leave the spur node.
};

class Search {
 public:
  Search(Network const& network, NodeId to) : network_{network}, to_{to}, graph_{graph_of(network, Heading::backward)} {
    std::int64_t total = 0;
    for (EdgeId const id : network.edges_by_name()) {
      double const milliseconds = network.edge(id).hours * kMillisecondsPerHour;
      ensure(milliseconds < 1e15, "an edge takes longer than 30,000 years");
      lengths_.push_back({to_nearest(milliseconds), 1});
      total += lengths_.back().milliseconds;
      ensure(total < std::numeric_limits<std::int64_t>::max() / 2, "the hours of the network overflow");
    }
  }

  [[nodiscard]] Edge const& edge(std::uint32_t rank) const { return network_.edge(network_.edges_by_name()[rank]); }
  [[nodiscard]] Length length(std::uint32_t rank) const { return lengths_[rank]; }

  /// Appends the best way from `spur` to the destination to `path`; false if there is none.
  bool complete(Path& path, NodeId spur, Closed const& closed) const {
    std::vector<Length> const rest = lengths_to_destination(closed);
    if (rest[spur.index()] == kUnreachable) return false;
    path.length = path.length + rest[spur.index()];
    for (NodeId at = spur; at != to_;) {
      std::uint32_t const rank = first_on_best_way(at, rest, closed);
      path.ranks.push_back(rank);
      at = edge(rank).to;
    }
    return true;
  }

 private:
  [[nodiscard]] std::vector<Length> lengths_to_destination(Closed const& closed) const {
    std::vector<Length> rest(network_.nodes().size(), kUnreachable);
    auto const is_open_edge = [&](Graph::edge_descriptor e) { return is_open(network_.rank(graph_[e]), closed); };
    auto const is_open_node = [&](std::size_t v) { return closed.nodes[v] == 0; };
    boost::filtered_graph<Graph, std::function<bool(Graph::edge_descriptor)>, std::function<bool(std::size_t)>> const
        open{graph_, is_open_edge, is_open_node};
    auto const weights = boost::make_function_property_map<Graph::edge_descriptor>(
        [&](Graph::edge_descriptor e) { return lengths_[network_.rank(graph_[e])]; });
    boost::dijkstra_shortest_paths(
        open, to_.index(),
        boost::distance_map(boost::make_iterator_property_map(rest.begin(), get(boost::vertex_index, graph_)))
            .weight_map(weights)
            .vertex_index_map(get(boost::vertex_index, graph_))
            .distance_compare(std::less<Length>{})
            .distance_combine(std::plus<Length>{})
            .distance_inf(kUnreachable)
            .distance_zero(Length{}));
    return rest;
  }

  [[nodiscard]] std::uint32_t first_on_best_way(NodeId at, std::vector<Length> const& rest,
                                                Closed const& closed) const {
    for (EdgeId const id : network_.leaving(at)) {
      std::uint32_t const rank = network_.rank(id);
      Length const onward = rest[network_.edge(id).to.index()];
      if (onward == kUnreachable || !is_open(rank, closed)) continue;
      if (lengths_[rank] + onward == rest[at.index()]) return rank;
    }
    throw BrokenPromise{"no edge leads along the best way that was just found"};
  }

  static bool is_open(std::uint32_t rank, Closed const& closed) {
    return std::ranges::find(closed.edges, rank) == closed.edges.end();
  }

  Network const& network_;
  NodeId to_;
  Graph graph_;                  ///< Backward: edges run from head to tail.
  std::vector<Length> lengths_;  ///< By rank.
};

bool share_root(Path const& a, Path const& b, std::size_t edges) {
  return a.ranks.size() > edges &&
         std::equal(a.ranks.begin(), a.ranks.begin() + static_cast<std::ptrdiff_t>(edges), b.ranks.begin());
}

/// For each node of the newest path from its spur on: the best path that agrees with it so far and then leaves every
/// path found.
void branch(Search const& search, std::vector<Path> const& found, std::set<Path>& waiting, std::size_t nodes) {
  Path const& newest = found.back();
  Path root;
  Closed closed{std::vector<char>(nodes, 0), {}};
  for (std::size_t i = 0; i < newest.ranks.size(); ++i) {
    NodeId const spur = search.edge(newest.ranks[i]).from;
    if (i >= newest.spur) {
      closed.edges.clear();
      for (Path const& path : found)
        if (share_root(path, newest, i)) closed.edges.push_back(path.ranks[i]);
      Path candidate = root;
      candidate.spur = i;
      if (search.complete(candidate, spur, closed)) waiting.insert(std::move(candidate));
    }
    root.ranks.push_back(newest.ranks[i]);
    root.length = root.length + search.length(newest.ranks[i]);
    closed.nodes[spur.index()] = 1;
  }
}

Route route_of(Network const& network, Path const& path) {
  Route route;
  for (std::uint32_t const rank : path.ranks) {
    route.edges.push_back(network.edges_by_name()[rank]);
    route.distance += network.edge(route.edges.back()).distance;
  }
  route.hours = static_cast<double>(path.length.milliseconds) / kMillisecondsPerHour;
  return route;
}

}  // namespace

std::vector<Route> quickest_routes(Network const& network, NodeId from, NodeId to, std::size_t count) {
  if (from == to || count == 0) return {};
  std::size_t const nodes = network.nodes().size();
  Search const search{network, to};
  std::set<Path> waiting;
  std::vector<Path> found;
  if (Path first; search.complete(first, from, {std::vector<char>(nodes, 0), {}})) waiting.insert(std::move(first));
  while (!waiting.empty() && found.size() < count) {
    found.push_back(std::move(waiting.extract(waiting.begin()).value()));
    if (found.size() < count) branch(search, found, waiting, nodes);
  }
  std::vector<Route> routes;
  for (Path const& path : found) routes.push_back(route_of(network, path));
  return routes;
}

}  // namespace shudao::network

#include "tests/network/zoo.h"

#include <algorithm>
#include <utility>

namespace shudao::network::zoo {
namespace {

std::size_t below(std::mt19937_64& draws, std::size_t bound) { return static_cast<std::size_t>(draws() % bound); }

/// Fisher and Yates, since std::shuffle differs between libraries.
template<class T>
void shuffle(std::vector<T>& items, std::mt19937_64& draws) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(draws, i)]);
}

std::string numbered(std::string name, std::size_t number) { return name.append(std::to_string(number)); }

}  // namespace

Sketch& Sketch::node(std::string const& name, std::optional<double> teu_per_year) {
  Node node;
  node.name = name;
  node.teu_per_year = teu_per_year;
  node.limit = {"吊机", "cranes"};
  nodes_.push_back(node);
  return *this;
}

Sketch& Sketch::edge(std::string const& name, std::string const& from, std::string const& to, double hours,
                     std::optional<double> teu_per_year) {
  DraftEdge draft;
  draft.edge.name = name;
  draft.edge.hours = hours;
  draft.edge.distance = distance_from_km(50 * hours);
  draft.edge.teu_per_year = teu_per_year;
  draft.edge.limit = {"班期", "departures × capacity"};
  draft.from = from;
  draft.to = to;
  edges_.push_back(draft);
  return *this;
}

Sketch& Sketch::share(std::string const& name, double units_per_year, std::vector<std::string> const& edges,
                      std::vector<double> const& units_per_teu) {
  SharedId const id = shared_.push_back({name, {}, units_per_year, {"线路能力", "slots of the line"}});
  for (std::size_t i = 0; i < edges.size(); ++i) {
    auto const at = std::ranges::find(edges_, edges[i], [](DraftEdge const& draft) { return draft.edge.name; });
    at->edge.uses.push_back({id, units_per_teu.empty() ? 1.0 : units_per_teu[i]});
  }
  return *this;
}

Network Sketch::build() const {
  IdVector<NodeId, Node> nodes;
  for (Node const& node : nodes_) nodes.push_back(node);
  auto const find = [&](std::string const& name) {
    auto const found = std::ranges::find(nodes_, name, &Node::name);
    return NodeId{static_cast<std::size_t>(found - nodes_.begin())};
  };
  IdVector<EdgeId, Edge> edges;
  for (DraftEdge const& draft : edges_) {
    Edge edge = draft.edge;
    edge.from = find(draft.from);
    edge.to = find(draft.to);
    edges.push_back(edge);
  }
  return Network{std::move(nodes), std::move(edges), shared_};
}

Network Sketch::shuffled(std::uint64_t seed) const {
  std::mt19937_64 draws{seed};
  Sketch other = *this;
  shuffle(other.nodes_, draws);
  shuffle(other.edges_, draws);
  return other.build();
}

Sketch one_link() { return Sketch{}.node("A").node("B").edge("a-b", "A", "B", 10, 100); }

Sketch y_junction() {
  return Sketch{}
      .node("A")
      .node("B")
      .node("C")
      .node("D")
      .edge("a-c", "A", "C", 4, 60)
      .edge("b-c", "B", "C", 5, 50)
      .edge("c-d", "C", "D", 6, 80);
}

Sketch diamond() {
  Sketch sketch = Sketch{}.node("A").node("B").node("C").node("D");
  sketch.edge("a-b", "A", "B", 1, 30).edge("b-d", "B", "D", 2, 30);
  return sketch.edge("a-c", "A", "C", 2, 40).edge("c-d", "C", "D", 1, 40);
}

Sketch parallel_services() {
  Sketch sketch = Sketch{}.node("A").node("B").edge("fast train", "A", "B", 10, 20);
  return sketch.edge("slow train", "A", "B", 20, 30).edge("road", "A", "B", 5, 5);
}

Sketch crane_yard() {
  return Sketch{}.node("A").node("yard", 70).node("B").edge("in", "A", "yard", 1).edge("out", "yard", "B", 1);
}

Sketch shuttle_line() {
  Sketch sketch = Sketch{}.node("A").node("B").node("C").edge("a-b", "A", "B", 0).edge("b-a", "B", "A", 0);
  return sketch.edge("b-c", "B", "C", 0).edge("c-b", "C", "B", 0);
}

Sketch two_islands() {
  Sketch sketch = Sketch{}.node("A").node("B").node("C").node("D");
  return sketch.edge("a-b", "A", "B", 1, 10).edge("c-d", "C", "D", 1, 10);
}

Sketch equal_links() {
  return Sketch{}.node("A").node("B").node("C").edge("a-b", "A", "B", 1, 50).edge("b-c", "B", "C", 1, 50);
}

Sketch random_small(std::uint64_t seed) {
  std::mt19937_64 draws{seed};
  auto const capacity = [&](std::size_t unlimited_in_ten) -> std::optional<double> {
    if (below(draws, 10) < unlimited_in_ten) return std::nullopt;
    return static_cast<double>(below(draws, 6));
  };
  Sketch sketch;
  std::size_t const nodes = 3 + below(draws, 4), edges = 2 + below(draws, 11);
  for (std::size_t i = 0; i < nodes; ++i) sketch.node(numbered("n", i), capacity(7));
  for (std::size_t i = 0; i < edges; ++i) {
    std::string const from = numbered("n", below(draws, nodes));
    std::string const to = numbered("n", below(draws, nodes));
    auto const hours = static_cast<double>(below(draws, 4));
    sketch.edge(numbered(i < 10 ? "e0" : "e", i), from, to, hours, capacity(2));
  }
  return sketch;
}

Sketch random_sharing(std::uint64_t seed) {
  Sketch sketch = random_small(seed);
  std::mt19937_64 draws{seed + 1'000'000};
  Network const network = sketch.build();
  for (std::size_t i = 0, count = 1 + below(draws, 3); i < count; ++i) {
    NodeId const end{below(draws, network.nodes().size())};
    bool const is_arrival = below(draws, 2) == 0;
    std::vector<std::string> edges;
    for (EdgeId const id : network.edges_by_name()) {
      Edge const& edge = network.edge(id);
      if ((is_arrival ? edge.to : edge.from) == end && below(draws, 4) > 0) edges.push_back(edge.name);
    }
    auto const units = static_cast<double>(below(draws, 8));
    sketch.share(numbered("s", i), units, edges);
  }
  return sketch;
}

std::vector<NodeId> ids_of(Network const& network, std::vector<std::string> const& names) {
  std::vector<NodeId> ids;
  for (auto const& name : names) ids.push_back(*network.find(name));
  return ids;
}

Cut cut_between(Network const& network, std::vector<std::string> const& sources,
                std::vector<std::string> const& sinks) {
  return min_cut(network, ids_of(network, sources), ids_of(network, sinks));
}

std::vector<std::string> names_of(Network const& network, std::vector<EdgeId> const& ids) {
  std::vector<std::string> names;
  for (EdgeId const id : ids) names.push_back(network.edge(id).name);
  return names;
}

std::vector<std::string> names_of(Network const& network, std::vector<NodeId> const& ids) {
  std::vector<std::string> names;
  for (NodeId const id : ids) names.push_back(network.node(id).name);
  return names;
}

}  // namespace shudao::network::zoo

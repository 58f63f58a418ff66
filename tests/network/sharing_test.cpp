#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "network/connectivity.h"
#include "network/cut.h"
#include "sim/base/errors.h"
#include "tests/network/zoo.h"

namespace shudao::network {
namespace {

using Names = std::vector<std::string>;

using zoo::cut_between;
using zoo::ids_of;

std::string name_of(Network const& network, Limit const& limit) {
  if (!limit.shared.is_none()) return network.shared(limit.shared).name;
  return limit.edge.is_none() ? network.node(limit.node).name : network.edge(limit.edge).name;
}

std::map<std::string, std::int64_t> limits_of(Network const& network, Cut const& cut) {
  std::map<std::string, std::int64_t> limits;
  for (Limit const& limit : cut.limits) limits[name_of(network, limit)] = limit.teu_per_year.count();
  return limits;
}

using Limits = std::map<std::string, std::int64_t>;

/// Two trains of 80 TEU a year each over one line of 100.
zoo::Sketch shared_line() {
  zoo::Sketch sketch = zoo::Sketch{}.node("A").node("B");
  return sketch.edge("fast", "A", "B", 10, 80).edge("slow", "A", "B", 20, 80).share("line", 100, {"fast", "slow"});
}

/// What goes over the edges, what passes each node and what is drawn of each shared thing, in a flow that a cut
/// carries.
struct Flow {
  std::map<EdgeId, std::int64_t> edges;
  std::map<NodeId, std::int64_t> in, out;
  std::map<SharedId, std::int64_t> shared;

  Flow(Network const& network, Cut const& cut) {
    for (Carried const& carried : cut.carried) {
      Edge const& edge = network.edge(carried.edge);
      std::int64_t const teu = carried.teu_per_year.count();
      edges[carried.edge] = teu;
      in[edge.to] += teu;
      out[edge.from] += teu;
      for (Use const& use : edge.uses) shared[use.shared] += teu;
    }
  }
  std::int64_t through(NodeId id) { return std::max(in[id], out[id]); }
};

std::int64_t whole(std::optional<double> const& teu) { return to_nearest(*teu); }

/// Whether the flow keeps to every capacity and gets lost nowhere but in sources and sinks.
bool is_feasible(Network const& network, Flow& flow, std::set<NodeId> const& ends) {
  bool is_sound = true;
  for (NodeId const id : network.nodes_by_name()) {
    is_sound = is_sound && (ends.contains(id) || flow.in[id] == flow.out[id]);
    if (auto const& most = network.node(id).teu_per_year) is_sound = is_sound && flow.through(id) <= whole(most);
  }
  for (EdgeId const id : network.edges_by_name())
    if (auto const& most = network.edge(id).teu_per_year) is_sound = is_sound && flow.edges[id] <= whole(most);
  for (SharedId const id : network.shared_by_name())
    is_sound = is_sound && flow.shared[id] <= whole(network.shared(id).units_per_year);
  return is_sound;
}

/// Whether every limit of the cut is used to the full.
bool is_slack_nowhere(Cut const& cut, Flow& flow) {
  return std::ranges::all_of(cut.limits, [&](Limit const& limit) {
    std::int64_t const used = !limit.shared.is_none() ? flow.shared[limit.shared]
                              : !limit.edge.is_none() ? flow.edges[limit.edge]
                                                      : flow.through(limit.node);
    return used == limit.teu_per_year.count();
  });
}

/// Whether anything can still get from sources to sinks when the limits are closed, with all edges that share one.
bool is_passable_without(Network const& network, Cut const& cut, std::vector<NodeId> starts,
                         std::vector<NodeId> const& sinks) {
  auto const is_closed = [&](NodeId id) { return std::ranges::count(cut.limits, id, &Limit::node) > 0; };
  IdVector<EdgeId, Edge> open;
  for (EdgeId const id : network.edges_by_name()) {
    Edge const& edge = network.edge(id);
    bool const shares = std::ranges::any_of(
        edge.uses, [&](Use const& use) { return std::ranges::count(cut.limits, use.shared, &Limit::shared) > 0; });
    bool const is_shut = shares || std::ranges::count(cut.limits, id, &Limit::edge) > 0;
    if (!is_shut && !is_closed(edge.from) && !is_closed(edge.to)) open.push_back(edge);
  }
  for (Edge& edge : open) edge.uses.clear();
  std::erase_if(starts, is_closed);
  auto const reached = reachable_from(Network{network.nodes(), open}, starts);
  return std::ranges::any_of(sinks, [&](NodeId id) { return !is_closed(id) && std::ranges::count(reached, id) > 0; });
}

TEST_CASE("services on one line share its slots, and the line is named", "[network]") {
  Network const network = shared_line().build();
  Cut const cut = cut_between(network, {"A"}, {"B"});
  CHECK(cut.teu_per_year == Teu::of(100));
  CHECK(limits_of(network, cut) == Limits{{"line", 100}});
  CHECK(cut.is_exact);
}

TEST_CASE("the planner reads which shared line limits a corridor", "[network]") {
  Network const network = shared_line().build();
  Wording const said = words(network, cut_between(network, {"A"}, {"B"}));
  CHECK(said.en == "100 TEU a year: limited by line (slots of the line)");
  CHECK(said.zh == "每年 100 TEU：受 line 线路能力限制");
}

TEST_CASE("a line that its services cannot fill limits nothing", "[network]") {
  auto sketch = shared_line();
  Network const network = sketch.share("wide line", 161, {"fast", "slow"}).build();
  CHECK(limits_of(network, cut_between(network, {"A"}, {"B"})) == Limits{{"line", 100}});
}

TEST_CASE("one service has the shared line to itself when the cut is asked of it alone", "[network]") {
  Network const network = shared_line().build();
  Cut const cut = min_cut(network, ids_of(network, {"A"}), ids_of(network, {"B"}), {*network.find_edge("slow")});
  CHECK(cut.teu_per_year == Teu::of(80));
}

TEST_CASE("slots go to long trains first", "[network]") {
  // Ten slots; at most five trains of 82 TEU and twenty of 50: 5 × 82 + 5 × 50.
  auto sketch = zoo::Sketch{}.node("A").node("B").edge("long", "A", "B", 1, 5 * 82).edge("short", "A", "B", 1, 20 * 50);
  Network const network = sketch.share("line", 10, {"short", "long"}, {1.0 / 50, 1.0 / 82}).build();
  Cut const cut = cut_between(network, {"A"}, {"B"});
  CHECK(limits_of(network, cut) == Limits{{"line", 660}});
  CHECK(cut.is_exact);
}

TEST_CASE("trains from two lines share the crane where they meet", "[network]") {
  auto sketch = zoo::Sketch{}.node("A").node("B").node("C").edge("a-b", "A", "B", 1, 60).edge("c-b", "C", "B", 1, 60);
  Network const network = sketch.share("crane", 70, {"a-b", "c-b"}).build();
  CHECK(limits_of(network, cut_between(network, {"A", "C"}, {"B"})) == Limits{{"crane", 70}});
  CHECK(limits_of(network, cut_between(network, {"A"}, {"B"})) == Limits{{"a-b", 60}});
}

TEST_CASE("trains that share a line but not a crane do not lend each other what they have", "[network]") {
  // "plain" needs no crane and carries 10; "lifted" and "other" share a crane of 20; the line from A lets 50 through.
  auto sketch = zoo::Sketch{}.node("A").node("B").node("C");
  sketch.edge("lifted", "A", "B", 1).edge("plain", "A", "B", 1, 10).edge("other", "C", "B", 1);
  Network const network = sketch.share("line", 50, {"lifted", "plain"}).share("crane", 20, {"lifted", "other"}).build();
  Cut const cut = cut_between(network, {"A"}, {"B"});
  CHECK(limits_of(network, cut) == Limits{{"crane", 20}, {"plain", 10}});
  CHECK(cut_between(network, {"A", "C"}, {"B"}).teu_per_year == Teu::of(30));
  CHECK(cut.is_exact);
}

TEST_CASE("what no arc can say is bounded from above and said to be", "[network]") {
  auto sketch = zoo::Sketch{}.node("A").node("B").node("C").node("D");
  sketch.edge("a-b", "A", "B", 1).edge("b-c", "B", "C", 1, 90).edge("c-d", "C", "D", 1);
  Network const network = sketch.share("one crew", 50, {"a-b", "c-d"}).build();
  Cut const cut = cut_between(network, {"A"}, {"D"});
  CHECK(cut.teu_per_year == Teu::of(50));  // 25 in truth: the crew serves every train twice
  CHECK_FALSE(cut.is_exact);
}

TEST_CASE("trains of different length that share more than a line are bounded from above", "[network]") {
  auto sketch = zoo::Sketch{}.node("A").node("B").node("C");
  sketch.edge("long", "A", "B", 1).edge("short", "A", "B", 1).edge("other", "A", "C", 1);
  sketch.share("line", 10, {"long", "short"}, {1.0 / 82, 1.0 / 50}).share("crane", 300, {"long", "other"});
  Network const network = sketch.build();
  Cut const cut = cut_between(network, {"A"}, {"B", "C"});
  // 800 in truth: the crane for "other", the line for short trains.
  CHECK(limits_of(network, cut) == Limits{{"crane", 300}, {"line", 617}});
  CHECK_FALSE(cut.is_exact);
}

TEST_CASE("a cut is exact if its flow can be carried, whatever is shared elsewhere", "[network]") {
  auto sketch = zoo::Sketch{}.node("A").node("B").node("C").node("D");
  sketch.edge("a-b", "A", "B", 1, 20).edge("b-c", "B", "C", 1).edge("c-d", "C", "D", 1);
  Network const network = sketch.share("one crew", 50, {"b-c", "c-d"}).build();
  Cut const cut = cut_between(network, {"A"}, {"D"});
  CHECK(cut.teu_per_year == Teu::of(20));
  CHECK(cut.is_exact);
}

TEST_CASE("what is shared must be there, and drawn on once, and not for nothing", "[network]") {
  auto const with_uses = [](std::vector<Use> const& uses) {
    IdVector<NodeId, Node> nodes;
    Node node;
    node.name = "A";
    IdVector<EdgeId, Edge> edges;
    Edge edge;
    edge.name = "loop";
    edge.from = edge.to = nodes.push_back(node);
    edge.uses = uses;
    edges.push_back(edge);
    IdVector<SharedId, Shared> shared;
    shared.push_back({"line", {}, 1, {}});
    return Network{nodes, edges, shared};
  };
  CHECK_THROWS_AS(with_uses({{SharedId{1}, 1.0}}), BrokenPromise);
  CHECK_THROWS_AS(with_uses({{SharedId{0}, 0.0}}), BrokenPromise);
  CHECK_THROWS_AS(with_uses({{SharedId{0}, 1.0}, {SharedId{0}, 1.0}}), BrokenPromise);
}

TEST_CASE("the flow proves the cut: it is feasible, as large, and every limit of the cut is full", "[network]") {
  int proven = 0, shared = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    Network const network = zoo::random_sharing(seed).build();
    auto const sources = ids_of(network, {"n0"}), sinks = ids_of(network, {"n1", "n2"});
    Cut const cut = min_cut(network, sources, sinks);
    if (!cut.teu_per_year || !cut.is_exact) continue;
    INFO("seed " << seed);
    Flow flow{network, cut};
    std::int64_t worth = 0;
    for (Limit const& limit : cut.limits) worth += limit.teu_per_year.count();
    REQUIRE(worth == cut.teu_per_year->count());
    REQUIRE(flow.out[sources[0]] - flow.in[sources[0]] == worth);
    REQUIRE(is_feasible(network, flow, {sources[0], sinks[0], sinks[1]}));
    REQUIRE(is_slack_nowhere(cut, flow));
    REQUIRE_FALSE(is_passable_without(network, cut, sources, sinks));
    ++proven;
    shared += static_cast<int>(std::ranges::any_of(cut.limits, [](Limit const& l) { return !l.shared.is_none(); }));
  }
  CHECK(proven >= 300);
  CHECK(shared >= 100);
}

TEST_CASE("a shared cut does not depend on the order in which nodes and edges were entered", "[network]") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    auto const sketch = zoo::random_sharing(seed);
    Network const one = sketch.build(), other = sketch.shuffled(seed);
    INFO("seed " << seed);
    REQUIRE(limits_of(one, cut_between(one, {"n0"}, {"n2"})) == limits_of(other, cut_between(other, {"n0"}, {"n2"})));
  }
}

}  // namespace
}  // namespace shudao::network

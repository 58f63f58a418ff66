#include "network/cut.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "network/connectivity.h"
#include "sim/base/errors.h"
#include "tests/network/zoo.h"

namespace shudao::network {
namespace {

using Names = std::vector<std::string>;

using zoo::cut_between;
using zoo::ids_of;

Names limits_of(Network const& network, Cut const& cut) {
  Names names;
  for (Limit const& limit : cut.limits)
    names.push_back(limit.edge.is_none() ? network.node(limit.node).name : network.edge(limit.edge).name);
  return names;
}

std::int64_t worth(Cut const& cut) {
  std::int64_t sum = 0;
  for (Limit const& limit : cut.limits) sum += limit.teu_per_year.count();
  return sum;
}

/// Whether anything can still get from a source to a sink when the limits of the cut are closed.
bool is_passable_without(Network const& network, Cut const& cut, std::vector<NodeId> const& sources,
                         std::vector<NodeId> const& sinks) {
  std::set<NodeId> closed_nodes;
  std::set<std::string> closed_edges;
  for (Limit const& limit : cut.limits) {
    if (limit.edge.is_none())
      closed_nodes.insert(limit.node);
    else
      closed_edges.insert(network.edge(limit.edge).name);
  }
  auto const is_closed = [&](NodeId id) { return closed_nodes.contains(id); };
  IdVector<EdgeId, Edge> open;
  for (Edge const& edge : network.edges())
    if (!closed_edges.contains(edge.name) && !is_closed(edge.from) && !is_closed(edge.to)) open.push_back(edge);
  std::vector<NodeId> starts = sources;
  std::erase_if(starts, is_closed);
  auto const reached = reachable_from(Network{network.nodes(), open}, starts);
  return std::ranges::any_of(sinks,
                             [&](NodeId sink) { return !is_closed(sink) && std::ranges::count(reached, sink) > 0; });
}

/// The smallest cut by trying every one: a cut is a set of entries and exits of nodes that the sources can still reach.
class EveryCut {
 public:
  EveryCut(Network const& network, std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks)
      : network_{network} {
    std::uint32_t must = 0, must_not = 0;
    for (NodeId const id : sources) must |= entry(id);
    for (NodeId const id : sinks) must_not |= exit(id);
    for (std::uint32_t side = 0; side < (1U << (2 * network.nodes().size())); ++side)
      if ((side & must) == must && (side & must_not) == 0) consider(side);
  }

  [[nodiscard]] std::optional<std::int64_t> value() const { return value_; }
  /// The names of positive capacity that cross the smallest cut nearest the sources, in byte order.
  [[nodiscard]] Names nearest_limits() const {
    Names names;
    for (Node const& node : network_.nodes()) {
      NodeId const id = *network_.find(node.name);
      if (crosses(nearest_, entry(id), exit(id)) && *node.teu_per_year > 0) names.push_back(node.name);
    }
    for (Edge const& edge : network_.edges())
      if (crosses(nearest_, exit(edge.from), entry(edge.to)) && *edge.teu_per_year > 0) names.push_back(edge.name);
    std::ranges::sort(names);
    return names;
  }

 private:
  static std::uint32_t entry(NodeId id) { return 1U << (2 * id.index()); }
  static std::uint32_t exit(NodeId id) { return 2U << (2 * id.index()); }
  static bool crosses(std::uint32_t side, std::uint32_t from, std::uint32_t to) {
    return (side & from) != 0 && (side & to) == 0;
  }

  void consider(std::uint32_t side) {
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i < network_.nodes().size(); ++i) {
      NodeId const id{i};
      if (!crosses(side, entry(id), exit(id))) continue;
      if (!network_.node(id).teu_per_year) return;
      sum += to_nearest(*network_.node(id).teu_per_year);
    }
    for (Edge const& edge : network_.edges()) {
      if (!crosses(side, exit(edge.from), entry(edge.to))) continue;
      if (!edge.teu_per_year) return;
      sum += to_nearest(*edge.teu_per_year);
    }
    if (!value_ || sum < *value_) {
      value_ = sum;
      nearest_ = side;
    } else if (sum == *value_) {
      nearest_ &= side;  // smallest cuts are closed under intersection (Ford and Fulkerson 1962, corollary 5.4)
    }
  }

  Network const& network_;
  std::optional<std::int64_t> value_;
  std::uint32_t nearest_ = 0;
};

TEST_CASE("one link carries its capacity", "[network]") {
  Network const network = zoo::one_link().build();
  Cut const cut = cut_between(network, {"A"}, {"B"});
  CHECK(cut.teu_per_year == Teu::of(100));
  CHECK(limits_of(network, cut) == Names{"a-b"});
}

TEST_CASE("two origins share the capacity of their trunk", "[network]") {
  Network const network = zoo::y_junction().build();
  CHECK(cut_between(network, {"A"}, {"D"}).teu_per_year == Teu::of(60));
  CHECK(cut_between(network, {"A", "B"}, {"D"}).teu_per_year == Teu::of(80));
  CHECK(limits_of(network, cut_between(network, {"A", "B"}, {"D"})) == Names{"c-d"});
}

TEST_CASE("ways beside each other add up, the widest limit named first", "[network]") {
  Network const network = zoo::diamond().build();
  Cut const cut = cut_between(network, {"A"}, {"D"});
  CHECK(cut.teu_per_year == Teu::of(70));
  CHECK(limits_of(network, cut) == Names{"a-c", "a-b"});
}

TEST_CASE("a node limits what passes through it", "[network]") {
  Network const network = zoo::crane_yard().build();
  Cut const cut = cut_between(network, {"A"}, {"B"});
  CHECK(cut.teu_per_year == Teu::of(70));
  CHECK(limits_of(network, cut) == Names{"yard"});
}

TEST_CASE("a node also limits what begins or ends in it", "[network]") {
  Network const network = zoo::crane_yard().build();
  CHECK(cut_between(network, {"yard"}, {"B"}).teu_per_year == Teu::of(70));
  CHECK(cut_between(network, {"A"}, {"yard"}).teu_per_year == Teu::of(70));
}

TEST_CASE("a way without any limit makes the capacity unbounded", "[network]") {
  Network const network = zoo::shuttle_line().build();
  Cut const cut = cut_between(network, {"A"}, {"C"});
  CHECK_FALSE(cut.teu_per_year);
  CHECK(cut.limits.empty());
}

TEST_CASE("a capacity beyond all trade on Earth counts as unlimited", "[network]") {
  auto sketch = zoo::Sketch{}.node("A", 1e300).node("B");
  CHECK_FALSE(cut_between(sketch.edge("a-b", "A", "B", 1, 1e12).build(), {"A"}, {"B"}).teu_per_year);
}

TEST_CASE("nothing passes between islands and nothing is named", "[network]") {
  Cut const cut = cut_between(zoo::two_islands().build(), {"A"}, {"D"});
  CHECK(cut.teu_per_year == Teu::of(0));
  CHECK(cut.limits.empty());
}

TEST_CASE("a closed way is named as what limits, a closed siding is not", "[network]") {
  auto sketch = zoo::Sketch{}.node("A").node("B").node("siding");
  Network const network = sketch.edge("closed", "A", "B", 1, 0).edge("to siding", "A", "siding", 1, 0).build();
  Cut const cut = cut_between(network, {"A"}, {"B"});
  CHECK(cut.teu_per_year == Teu::of(0));
  CHECK(limits_of(network, cut) == Names{"closed"});
}

TEST_CASE("of two equal cuts the one nearest the source is named", "[network]") {
  Network const network = zoo::equal_links().build();
  CHECK(limits_of(network, cut_between(network, {"A"}, {"C"})) == Names{"a-b"});
}

TEST_CASE("a cut can be asked of the services of one corridor only", "[network]") {
  Network const network = zoo::parallel_services().build();
  EdgeId const fast = *network.find_edge("fast train"), slow = *network.find_edge("slow train");
  auto const over = [&](std::vector<EdgeId> const& edges) {
    return min_cut(network, ids_of(network, {"A"}), ids_of(network, {"B"}), edges).teu_per_year;
  };
  CHECK(over({fast, slow}) == Teu::of(50));
  CHECK(over({fast, fast}) == Teu::of(20));
  CHECK(over({}) == Teu::of(0));
}

TEST_CASE("capacities are rounded to whole TEU", "[network]") {
  auto const carried = [](double teu) {
    return cut_between(zoo::Sketch{}.node("A").node("B").edge("a-b", "A", "B", 1, teu).build(), {"A"}, {"B"});
  };
  CHECK(carried(29929.6).teu_per_year == Teu::of(29930));
  CHECK(carried(0.4).teu_per_year == Teu::of(0));
}

TEST_CASE("a cut needs sources and sinks that are apart", "[network]") {
  Network const network = zoo::diamond().build();
  CHECK_THROWS_AS(cut_between(network, {}, {"D"}), BrokenPromise);
  CHECK_THROWS_AS(cut_between(network, {"A"}, {}), BrokenPromise);
  CHECK_THROWS_AS(cut_between(network, {"A", "B"}, {"B"}), BrokenPromise);
}

TEST_CASE("the limits add up to the flow and closing them stops it", "[network]") {
  int bounded = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    Network const network = zoo::random_small(seed).shuffled(seed);
    auto const sources = ids_of(network, {"n0"}), sinks = ids_of(network, {"n1", "n2"});
    Cut const cut = min_cut(network, sources, sinks);
    if (!cut.teu_per_year) continue;
    ++bounded;
    INFO("seed " << seed);
    REQUIRE(worth(cut) == cut.teu_per_year->count());
    REQUIRE_FALSE(is_passable_without(network, cut, sources, sinks));
  }
  CHECK(bounded >= 200);
}

TEST_CASE("the cut is that which trying every cut finds", "[network]") {
  int positive = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    Network const network = zoo::random_small(seed).build();
    auto const sources = ids_of(network, {"n0"}), sinks = ids_of(network, {"n2"});
    EveryCut const every{network, sources, sinks};
    Cut cut = min_cut(network, sources, sinks);
    INFO("seed " << seed);
    REQUIRE(cut.teu_per_year.has_value() == every.value().has_value());
    if (!every.value()) continue;
    REQUIRE(cut.teu_per_year->count() == *every.value());
    std::erase_if(cut.limits, [](Limit const& limit) { return limit.teu_per_year.count() == 0; });
    Names limits = limits_of(network, cut);
    std::ranges::sort(limits);
    REQUIRE(limits == every.nearest_limits());
    positive += static_cast<int>(!limits.empty());
  }
  CHECK(positive >= 100);
}

TEST_CASE("the cut does not depend on the order in which nodes and edges were entered", "[network]") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    auto const sketch = zoo::random_small(seed);
    Network const one = sketch.build(), other = sketch.shuffled(seed);
    INFO("seed " << seed);
    REQUIRE(limits_of(one, cut_between(one, {"n0"}, {"n2"})) == limits_of(other, cut_between(other, {"n0"}, {"n2"})));
  }
}

TEST_CASE("the planner reads what limits a corridor in both languages", "[network]") {
  IdVector<NodeId, Node> nodes;
  Node chengdu, alashankou;
  chengdu.name = "qingbaijiang";
  alashankou.name = "alashankou";
  Edge train;
  train.name = "ordinary-train";
  train.label = {"青白江—阿拉山口 普通班列", "the ordinary train from Qingbaijiang to Alashankou"};
  train.from = nodes.push_back(chengdu);
  train.to = nodes.push_back(alashankou);
  train.teu_per_year = 29930;
  train.limit = {"班期", "departures × capacity"};
  IdVector<EdgeId, Edge> edges;
  edges.push_back(train);
  Network const network{nodes, edges};
  Wording const said = words(network, cut_between(network, {"qingbaijiang"}, {"alashankou"}));
  CHECK(said.zh == "每年 29,930 TEU：受 青白江—阿拉山口 普通班列 班期限制");
  CHECK(said.en ==
        "29,930 TEU a year: limited by the ordinary train from Qingbaijiang to Alashankou (departures × capacity)");
}

TEST_CASE("several limits are named with the capacity of each", "[network]") {
  Network const network = zoo::diamond().build();
  Wording const said = words(network, cut_between(network, {"A"}, {"D"}));
  CHECK(said.zh == "每年 70 TEU：受 a-c 班期（40）、a-b 班期（30）限制");
  CHECK(said.en == "70 TEU a year: limited by a-c (departures × capacity), 40; a-b (departures × capacity), 30");
}

TEST_CASE("of more than four limits the rest is counted", "[network]") {
  auto sketch = zoo::Sketch{}.node("A").node("B");
  for (std::string const name : {"1", "2", "3", "4", "5", "6"}) sketch.edge(name, "A", "B", 1, 10);
  Network const network = sketch.build();
  Wording const said = words(network, cut_between(network, {"A"}, {"B"}));
  CHECK(said.zh.ends_with("4 班期（10）及另外 2 处限制"));
  CHECK(said.en.ends_with("4 (departures × capacity), 10; and 2 more"));
}

TEST_CASE("islands and unlimited ways are said to be so", "[network]") {
  Network const islands = zoo::two_islands().build(), shuttle = zoo::shuttle_line().build();
  CHECK(words(islands, cut_between(islands, {"A"}, {"D"})).en == "0 TEU a year: nothing connects the two");
  CHECK(words(shuttle, cut_between(shuttle, {"A"}, {"C"})).en ==
        "no limit known: at least one way states no capacity anywhere");
}

}  // namespace
}  // namespace shudao::network

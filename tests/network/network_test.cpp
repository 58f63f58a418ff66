#include "network/network.h"

#include <catch2/catch.hpp>
#include <limits>

#include "sim/base/errors.h"
#include "tests/network/zoo.h"

namespace shudao::network {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
using Names = std::vector<std::string>;

Network one_link_with(void (*spoil)(Node&, Edge&)) {
  Network const sound = zoo::one_link().build();
  IdVector<NodeId, Node> nodes = sound.nodes();
  IdVector<EdgeId, Edge> edges = sound.edges();
  spoil(nodes[NodeId{0}], edges[EdgeId{0}]);
  return Network{std::move(nodes), std::move(edges)};
}

TEST_CASE("a node is found by its name", "[network]") {
  Network const network = zoo::y_junction().build();
  REQUIRE(network.find("C"));
  CHECK(network.node(*network.find("C")).name == "C");
}

TEST_CASE("an edge is found by its name", "[network]") {
  Network const network = zoo::y_junction().build();
  REQUIRE(network.find_edge("b-c"));
  CHECK(network.edge(*network.find_edge("b-c")).name == "b-c");
}

TEST_CASE("a name that is not in the network is not found", "[network]") {
  Network const network = zoo::one_link().build();
  CHECK_FALSE(network.find("C"));
  CHECK_FALSE(network.find(""));
  CHECK_FALSE(network.find_edge("A"));
}

TEST_CASE("ids are those of the vectors that a network was made from", "[network]") {
  Network const network = zoo::Sketch{}.node("Z").node("A").edge("z-a", "Z", "A", 1).build();
  CHECK(network.node(NodeId{0}).name == "Z");
  CHECK(network.find("A") == NodeId{1});
}

TEST_CASE("the edges that leave a node come in order of their names", "[network]") {
  Network const network = zoo::parallel_services().build();
  CHECK(zoo::names_of(network, network.leaving(*network.find("A"))) == Names{"fast train", "road", "slow train"});
  CHECK(network.leaving(*network.find("B")).empty());
}

TEST_CASE("a network refuses what its readers should have refused", "[network]") {
  CHECK_THROWS_AS(one_link_with([](Node& node, Edge&) { node.name = std::string{"B"}; }), BrokenPromise);
  CHECK_THROWS_AS(one_link_with([](Node& node, Edge&) { node.name.clear(); }), BrokenPromise);
  CHECK_THROWS_AS(one_link_with([](Node& node, Edge&) { node.lat = 90.5; }), BrokenPromise);
  CHECK_THROWS_AS(one_link_with([](Node& node, Edge&) { node.lon = kNaN; }), BrokenPromise);
  CHECK_THROWS_AS(one_link_with([](Node& node, Edge&) { node.teu_per_year = -1; }), BrokenPromise);
  CHECK_THROWS_AS(one_link_with([](Node&, Edge& edge) { edge.to = NodeId::none(); }), BrokenPromise);
  CHECK_THROWS_AS(one_link_with([](Node&, Edge& edge) { edge.hours = kNaN; }), BrokenPromise);
  CHECK_THROWS_AS(one_link_with([](Node&, Edge& edge) { edge.teu_per_year = kNaN; }), BrokenPromise);
  CHECK_THROWS_AS(one_link_with([](Node&, Edge& edge) { edge.distance = Distance::of(-1); }), BrokenPromise);
  CHECK_NOTHROW(one_link_with([](Node&, Edge&) {}));
}

TEST_CASE("where a language has no label, the other label or the name stands in", "[network]") {
  Node node;
  node.name = "chengdu";
  CHECK(label_of(node).zh == "chengdu");
  node.label.en = "Chengdu";
  CHECK(label_of(node).zh == "Chengdu");
  node.label.zh = "成都";
  CHECK(label_of(node).en == "Chengdu");
}

TEST_CASE("whole numbers are written with a comma at every thousand", "[network]") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(29930) == "29,930");
  CHECK(grouped(-1200) == "-1,200");
  CHECK(grouped(-120) == "-120");
  CHECK(grouped(1234567890) == "1,234,567,890");
}

}  // namespace
}  // namespace shudao::network

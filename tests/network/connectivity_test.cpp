#include "network/connectivity.h"

#include <catch2/catch.hpp>

#include "tests/network/zoo.h"

namespace shudao::network {
namespace {

using Names = std::vector<std::string>;

Names reached(Network const& network, Names const& starts) {
  std::vector<NodeId> ids;
  for (auto const& name : starts) ids.push_back(*network.find(name));
  return zoo::names_of(network, reachable_from(network, ids));
}

TEST_CASE("edges are followed in their direction only", "[network]") {
  Network const network = zoo::y_junction().build();
  CHECK(reached(network, {"A"}) == Names{"A", "C", "D"});
  CHECK(reached(network, {"D"}) == Names{"D"});
}

TEST_CASE("what several starts reach is joined", "[network]") {
  CHECK(reached(zoo::two_islands().build(), {"C", "A", "A"}) == Names{"A", "B", "C", "D"});
}

TEST_CASE("parts that no edge joins are separate components", "[network]") {
  Network const network = zoo::two_islands().shuffled(3);
  auto const components = weak_components(network);
  REQUIRE(components.size() == 2);
  CHECK(zoo::names_of(network, components[0]) == Names{"A", "B"});
  CHECK(zoo::names_of(network, components[1]) == Names{"C", "D"});
}

TEST_CASE("an edge joins a component whatever its direction", "[network]") {
  CHECK(weak_components(zoo::y_junction().build()).size() == 1);
}

TEST_CASE("an empty network has no components", "[network]") { CHECK(weak_components(Network{}).empty()); }

}  // namespace
}  // namespace shudao::network

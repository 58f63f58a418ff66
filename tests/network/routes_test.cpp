#include "network/routes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <tuple>

#include "tests/network/zoo.h"

namespace shudao::network {
namespace {

using Names = std::vector<std::string>;

std::vector<Names> routes_between(Network const& network, std::string const& from, std::string const& to,
                                  std::size_t count) {
  std::vector<Names> names;
  for (Route const& route : quickest_routes(network, *network.find(from), *network.find(to), count))
    names.push_back(zoo::names_of(network, route.edges));
  return names;
}

/// Every loopless path by depth-first search, in the promised order.
class BruteForce {
 public:
  BruteForce(Network const& network, NodeId to) : network_{network}, to_{to} {}

  std::vector<Names> from(NodeId start) {
    visit(start);
    std::ranges::sort(found_);
    std::vector<Names> names;
    for (auto const& [hours, edges, path] : found_) names.push_back(path);
    return names;
  }

 private:
  void visit(NodeId at) {
    if (at == to_) {
      found_.emplace_back(hours_, path_.size(), path_);
      return;
    }
    entered_.insert(at);
    for (Edge const& edge : network_.edges()) {
      if (edge.from != at || entered_.contains(edge.to)) continue;
      path_.push_back(edge.name);
      hours_ += edge.hours;
      visit(edge.to);
      hours_ -= edge.hours;
      path_.pop_back();
    }
    entered_.erase(at);
  }

  Network const& network_;
  NodeId to_;
  double hours_ = 0;
  Names path_;
  std::set<NodeId> entered_;
  std::vector<std::tuple<double, std::size_t, Names>> found_;
};

TEST_CASE("the only route over one link is that link", "[network]") {
  Network const network = zoo::one_link().build();
  auto const routes = quickest_routes(network, *network.find("A"), *network.find("B"), 3);
  REQUIRE(routes.size() == 1);
  CHECK(routes[0].hours == 10);
  CHECK(routes[0].distance == distance_from_km(500));
}

TEST_CASE("parallel services are routes of their own, the quickest first", "[network]") {
  CHECK(routes_between(zoo::parallel_services().build(), "A", "B", 9) ==
        std::vector<Names>{{"road"}, {"fast train"}, {"slow train"}});
}

TEST_CASE("no more routes are given than were asked for", "[network]") {
  CHECK(routes_between(zoo::parallel_services().build(), "A", "B", 2) == std::vector<Names>{{"road"}, {"fast train"}});
  CHECK(routes_between(zoo::parallel_services().build(), "A", "B", 0).empty());
}

TEST_CASE("of equally quick routes that with the first edge name comes first", "[network]") {
  CHECK(routes_between(zoo::diamond().build(), "A", "D", 2) == std::vector<Names>{{"a-b", "b-d"}, {"a-c", "c-d"}});
}

TEST_CASE("of equally quick routes that with fewer edges comes first", "[network]") {
  auto sketch = zoo::diamond();
  CHECK(routes_between(sketch.edge("through", "A", "D", 3).build(), "A", "D", 1) == std::vector<Names>{{"through"}});
}

TEST_CASE("a route does not circle among edges of zero hours", "[network]") {
  CHECK(routes_between(zoo::shuttle_line().build(), "A", "C", 5) == std::vector<Names>{{"a-b", "b-c"}});
}

TEST_CASE("there is no route against the edges nor from a node to itself", "[network]") {
  Network const network = zoo::shuttle_line().build();
  CHECK(routes_between(zoo::one_link().build(), "B", "A", 3).empty());
  CHECK(routes_between(network, "A", "A", 3).empty());
}

TEST_CASE("tenths of an hour add up to equal times whatever their order", "[network]") {
  auto sketch = zoo::Sketch{}.node("A").node("B").node("C").node("D").node("E").node("F").node("G");
  sketch.edge("1 up", "A", "B", 0.1).edge("2", "B", "C", 0.2).edge("3", "C", "D", 0.3);
  sketch.edge("1 down", "A", "E", 0.3).edge("4", "E", "F", 0.2).edge("5", "F", "D", 0.1);
  Network const network = sketch.build();
  auto const routes = quickest_routes(network, *network.find("A"), *network.find("D"), 2);
  REQUIRE(routes.size() == 2);
  CHECK(routes[0].hours == routes[1].hours);
  CHECK(zoo::names_of(network, routes[0].edges).front() == "1 down");
}

TEST_CASE("the quickest routes are those that trying every path finds", "[network]") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    Network const network = zoo::random_small(seed).shuffled(seed);
    NodeId const from = *network.find("n0"), to = *network.find("n1");
    std::vector<Names> all = BruteForce{network, to}.from(from);
    INFO("seed " << seed);
    REQUIRE(routes_between(network, "n0", "n1", 1000) == all);
    all.resize(std::min<std::size_t>(all.size(), 3));
    REQUIRE(routes_between(network, "n0", "n1", 3) == all);
  }
}

TEST_CASE("routes do not depend on the order in which nodes and edges were entered", "[network]") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    auto const sketch = zoo::random_small(seed);
    INFO("seed " << seed);
    REQUIRE(routes_between(sketch.shuffled(seed), "n0", "n1", 5) == routes_between(sketch.build(), "n0", "n1", 5));
  }
}

}  // namespace
}  // namespace shudao::network

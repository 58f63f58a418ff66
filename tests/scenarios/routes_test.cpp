#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "scenarios/read.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

Scenario two_routes(std::string const& patch) {
  std::ifstream file{"scenarios/examples/two_routes.json"};
  auto world = nlohmann::json::parse(file);
  world.merge_patch(nlohmann::json::parse(patch));
  return read_document(world.dump(), "two_routes");
}

std::vector<std::string> routes_of(Scenario const& scenario) {
  std::vector<std::string> names;
  for (Route const& route : scenario.flows[FlowId{0}].routes) names.push_back(route.name);
  return names;
}

using Names = std::vector<std::string>;

/// East passes M, which is designated for the meat that now comes; west does not.
char const* const kMeat = R"({"designated_commodities": ["meat"], "corridors": null,
  "flows": {"lots": {"regime": "import", "commodity": "meat"}},
  "places": {"m": {"name": {"zh": "中", "en": "M"}, "lat": 30, "lon": 106, "time_zone": "Asia/Shanghai",
                   "designated_for": ["meat"]}},
  "links": {"am": {"name": {"zh": "一", "en": "a to m"}, "from": "a", "to": "m", "mode": "rail", "distance_km": 200,
                   "running_time_h": 5},
            "mb": {"name": {"zh": "二", "en": "m to b"}, "from": "m", "to": "b", "mode": "rail", "distance_km": 200,
                   "running_time_h": 5}},
  "services": {"east": {"stops": [{"place": "a", "link": "am"}, {"place": "m", "link": "mb"}, {"place": "b"}]}}})";

}  // namespace

TEST_CASE("the routes of a flow are sorted by name and remember their legs", "[scenarios]") {
  auto const scenario = two_routes("{}");
  CHECK(routes_of(scenario) == Names{"east", "west"});
  auto const& leg = scenario.flows[FlowId{0}].routes[1].legs.at(0);
  CHECK(scenario.services[leg.service].id == "west");
  CHECK(scenario.flows[FlowId{0}].choice->scale == 100);
  CHECK(scenario.flows[FlowId{0}].choice->knowledge_delay == Duration::from_h(24));
}

TEST_CASE("a route past no designated place is left out, with a note", "[scenarios]") {
  auto const scenario = two_routes(kMeat);
  CHECK(routes_of(scenario) == Names{"east"});
  REQUIRE(scenario.notes.size() == 1);
  CHECK(scenario.notes.front() == "flow lots: the route west is left out, for it passes no place designated for meat");
}

TEST_CASE("goods that are not imported or not designated go any way", "[scenarios]") {
  for (char const* patch :
       {R"({"flows": {"lots": {"regime": "transit"}}})", R"({"flows": {"lots": {"commodity": "ore"}}})"}) {
    auto world = nlohmann::json::parse(kMeat);
    world.merge_patch(nlohmann::json::parse(patch));
    CHECK(routes_of(two_routes(world.dump())) == Names{"east", "west"});
  }
}

TEST_CASE("the cheapest routes are found and called by their services", "[scenarios]") {
  auto const best = [](char const* count) {
    return routes_of(two_routes(std::string{R"({"flows": {"lots": {"routes": null, "routes_best": )"} + count + "}}}"));
  };
  CHECK(best("2") == Names{"east", "west"});
  CHECK(best("3") == Names{"dear", "east", "west"});
  CHECK(best("20") == Names{"dear", "east", "west"});
}

TEST_CASE("a best route that changes service is called by both", "[scenarios]") {
  auto const names = routes_of(two_routes(R"({"corridors": null,
    "places": {"c": {"name": {"zh": "丙", "en": "C"}, "lat": 31, "lon": 108, "time_zone": "Asia/Shanghai"}},
    "links": {"bc": {"name": {"zh": "乙丙", "en": "b to c"}, "from": "b", "to": "c", "mode": "rail", "distance_km": 100,
      "running_time_h": 2}},
    "services": {"tail": {"name": {"zh": "尾", "en": "tail"}, "kind": "on_demand", "mode": "rail", "capacity_teu": 1,
      "co2e_g_per_tkm": 20, "stops": [{"place": "b", "link": "bc"}, {"place": "c"}]}},
    "flows": {"lots": {"to": "c", "routes": null, "routes_best": 2}}})"));
  CHECK(names == Names{"east.tail", "west.tail"});
}

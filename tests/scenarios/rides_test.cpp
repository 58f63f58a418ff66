#include "scenarios/rides.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "scenarios/read.h"

using namespace shudao;
using namespace shudao::scenarios;
using nlohmann::json;

namespace {

json named(json object, char const* zh, char const* en) {
  object["name"] = {{"zh", zh}, {"en", en}};
  return object;
}

json place(double lon, char const* en) {
  return named({{"lat", 30}, {"lon", lon}, {"time_zone", "Asia/Shanghai"}}, "地点", en);
}

json link(char const* from, char const* to, char const* mode, double hours) {
  return named({{"from", from}, {"to", to}, {"mode", mode}, {"distance_km", 600}, {"running_time_h", hours}}, "线", to);
}

json service(char const* mode, char const* from, char const* link, char const* to, json more) {
  json it = named({{"mode", mode},
                   {"capacity_teu", 80},
                   {"co2e_g_per_tkm", 10},
                   {"kind", "scheduled"},
                   {"stops", json::array({json{{"place", from}, {"link", link}}, json{{"place", to}}})}},
                  "班", link);
  it.update(more);
  return it;
}

json const kDaily =
    json::array({"mon 08:00", "tue 08:00", "wed 08:00", "thu 08:00", "fri 08:00", "sat 08:00", "sun 08:00"});
json const kOnDemand = {{"kind", "on_demand"}};

/// From A to B: a train every day (12 + 20 h), a flight once a week (84 + 5 h), a barge that leaves when it is full
/// (at most 40 h: 20 + 15 h), and trucks by X, near A, that no one needs.
Scenario world() {
  json world = {{"format", 1},
                {"id", "w"},
                {"title", {{"zh", "世界"}, {"en", "w"}}},
                {"run",
                 {{"start", "2024-01-01"},
                  {"time_zone", "Asia/Shanghai"},
                  {"warm_up_weeks", 1},
                  {"window_weeks", 1},
                  {"cap_weeks", 1},
                  {"seed", 1},
                  {"replications", 1}}}};
  world["places"] = {{"a", place(100, "A")}, {"b", place(104, "B")}, {"x", place(101, "X")}, {"p", place(102, "P")}};
  world["places"]["p"]["status"] = "planned";
  world["places"]["b"]["handling"] = {{"rail", {{"min_per_teu", 30}}}};
  world["links"] = {{"slow", link("a", "b", "rail", 20)},
                    {"fast", link("a", "b", "air", 5)},
                    {"full", link("a", "b", "inland_waterway", 15)},
                    {"ax", link("a", "x", "road", 1)},
                    {"xb", link("x", "b", "road", 70)},
                    {"ab", link("a", "b", "road", 60)}};
  world["services"] = {{"slow", service("rail", "a", "slow", "b", {{"departures", kDaily}})},
                       {"fast", service("air", "a", "fast", "b", {{"departures", json::array({"mon 08:00"})}})},
                       {"full", service("inland_waterway", "a", "full", "b", {{"kind", "fill"}, {"max_wait_h", 40}})},
                       {"ax", service("road", "a", "ax", "x", kOnDemand)},
                       {"xb", service("road", "x", "xb", "b", kOnDemand)},
                       {"ab", service("road", "a", "ab", "b", kOnDemand)}};
  world["flows"]["goods"] = named({{"from", "a"},
                                   {"to", "b"},
                                   {"commodity", "general"},
                                   {"regime", "domestic"},
                                   {"direction", "outbound"},
                                   {"teu_per_year", 100},
                                   {"lot_teu", 1},
                                   {"tonnes_per_teu", 10},
                                   {"value_cny_per_teu", 100000},
                                   {"interest_percent_per_year", 5},
                                   {"route", json::array({json{{"service", "ab"}, {"to", "b"}}})}},
                                  "货", "goods");
  return read_document(world.dump(), "w");
}

}  // namespace

TEST_CASE("a journey counts the mean wait for a departure and the handling of a box, not only running", "[scenarios]") {
  Scenario const scenario = world();
  Rides const rides = rides_of(scenario);
  auto const found = sensible_journeys(scenario, rides, *rides.network.find("a"), *rides.network.find("b"), 10);
  std::vector<std::string> services;
  for (auto const& route : found) {
    REQUIRE(route.edges.size() == 1);
    services.push_back(scenario.services[rides.rides[route.edges[0]].leg.service].id);
  }
  CHECK(services == std::vector<std::string>{"slow", "full", "ab", "fast"});
  Ride const& slow = rides.rides[found[0].edges[0]];
  CHECK(slow.wait_h == Approx(12));
  CHECK(slow.handling_h == Approx(1));
  CHECK(slow.running_h == Approx(20));
  CHECK(found[0].hours == Approx(33));
  CHECK(found[1].hours == Approx(20 + 15));
  CHECK(found[3].hours == Approx(84 + 5));
}

TEST_CASE("a journey does not change where one ride does no worse", "[scenarios]") {
  Scenario const scenario = world();
  Rides const rides = rides_of(scenario);
  for (auto const& route : sensible_journeys(scenario, rides, *rides.network.find("a"), *rides.network.find("b"), 10))
    for (network::EdgeId const edge : route.edges) CHECK(rides.network.edge(edge).to != *rides.network.find("x"));
}

TEST_CASE("journeys keep away from places that are only planned", "[scenarios]") {
  CHECK_FALSE(rides_of(world()).network.find("p").has_value());
}

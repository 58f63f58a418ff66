#include "scenarios/without.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "scenarios/adjust.h"
#include "scenarios/read.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

Scenario const& borders() {
  static Scenario const kWorld = read_scenario("tests/scenarios/world/scenario.json");
  return kWorld;
}

template<class Things>
bool has(Things const& things, std::string const& id) {
  return std::any_of(things.begin(), things.end(), [&](auto const& thing) { return thing.id == id; });
}

Scenario less(Scenario const& world, std::string const& pointer) {
  auto rest = without(world, pointer);
  REQUIRE(rest.has_value());
  return *std::move(rest);
}

}  // namespace

TEST_CASE("a place goes with its links, services, routes and flows", "[scenarios]") {
  auto const rest = less(borders(), "/places/c-border");
  CHECK_FALSE(has(rest.places, "c-border"));
  CHECK_FALSE((has(rest.links, "b-c") || has(rest.links, "c-d")));
  CHECK_FALSE(has(rest.services, "train"));
  CHECK(rest.flows.empty());
  CHECK(rest.corridors.empty());
  CHECK((has(rest.services, "truck") && has(rest.places, "b-port")));
}

TEST_CASE("a service goes with the flows that have no other way", "[scenarios]") {
  auto const rest = less(borders(), "/services/truck");
  CHECK_FALSE(has(rest.flows, "machines"));
  CHECK(has(rest.flows, "wine"));
  REQUIRE(rest.corridors.size() == 1);
  CHECK(rest.corridors.begin()->flows.size() == 1);
}

TEST_CASE("a flow that loses one of two routes has the other without a choice", "[scenarios]") {
  auto const world = read_scenario("scenarios/examples/two_routes.json");
  Flow const& flow = *world.flows.begin();
  REQUIRE(flow.routes.size() == 2);
  auto const& service = world.services[flow.routes.front().legs.front().service].id;
  auto const rest = less(world, "/services/" + service);
  REQUIRE(rest.flows.begin()->routes.size() == 1);
  CHECK_FALSE(rest.flows.begin()->choice.has_value());
}

TEST_CASE("without a resource its steps need nobody", "[scenarios]") {
  auto const rest = less(borders(), "/places/c-border/resources/officer");
  CHECK_FALSE(has(rest.resources, "c-border/officer"));
  for (auto const& process : rest.processes) {
    for (auto const& step : process.steps) CHECK((step.id != "stamp" || step.resource.is_none()));
  }
}

TEST_CASE("a step that grants a token leaves the token behind", "[scenarios]") {
  auto const rest = less(borders(), "/places/c-border/processes/export/steps/declare");
  auto const process = std::find_if(rest.processes.begin(), rest.processes.end(),
                                    [](Process const& p) { return p.id == "c-border/export"; });
  REQUIRE(process != rest.processes.end());
  auto const step =
      std::find_if(process->steps.begin(), process->steps.end(), [](Step const& s) { return s.id == "declare"; });
  REQUIRE(step != process->steps.end());
  CHECK(step->works.front().duration_h.mean() == 0);
  CHECK(step->resource.is_none());
  CHECK_FALSE(step->grants().is_empty());
}

TEST_CASE("what came after a removed step comes after what came before it", "[scenarios]") {
  auto const rest = less(borders(), "/places/b-port/processes/export/steps/weigh");
  for (auto const& process : rest.processes) {
    for (auto const& step : process.steps) {
      if (step.id == "load") CHECK(step.after == std::vector<std::string>{"arrive"});
    }
  }
}

TEST_CASE("a rule goes alone; a corridor goes with its flows", "[scenarios]") {
  auto const home = read_scenario("tests/scenarios/world/home.json");
  auto const rest = less(home, "/rules/" + home.rules.begin()->id);
  CHECK(rest.rules.size() + 1 == home.rules.size());
  CHECK(rest.flows.size() == home.flows.size());
  CHECK(less(borders(), "/corridors/b-d").flows.empty());
}

TEST_CASE("what concerned a removed flow alone concerns nobody, not everybody", "[scenarios]") {
  auto const world = patched(
      borders(), R"({"rules": {"wine-only": {"format": 1, "id": "wine-only", "title": {"zh": "酒", "en": "wine"},
      "when": {"flows": ["wine"]}, "rewrites": [{"scale": "c-border/export/inspect", "duration_by": 2}]}}})");
  CHECK(less(world, "/flows/wine").rules.empty());
}

TEST_CASE("what is not there cannot be removed", "[scenarios]") {
  CHECK_FALSE(without(borders(), "/places/nowhere").has_value());
  CHECK_FALSE(without(borders(), "/places").has_value());
}

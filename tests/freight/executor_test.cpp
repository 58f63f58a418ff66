#include <catch2/catch.hpp>

#include "scenarios/read.h"
#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight::test;

TEST_CASE("every executor and thread count tells the same facts of a corridor", "[freight]") {
  auto const scenario = scenarios::read_scenario("scenarios/first-corridors");
  WorldRun const oracle = run(scenario, {0, 1, false, 10});
  for (int threads : {1, 2, 3, 4, 8}) {
    WorldRun const other = run(scenario, {0, threads, true, 10});
    INFO(threads << " threads");
    REQUIRE(other.events == oracle.events);
    REQUIRE(other.digest == oracle.digest);
  }
}

TEST_CASE("another replication or seed gives other facts", "[freight]") {
  auto scenario = example("split_merge");
  auto const first = run(scenario, {0, 1, false, 2}).digest;
  CHECK(run(scenario, {1, 1, false, 2}).digest != first);
  ++scenario.seed;
  CHECK(run(scenario, {0, 1, false, 2}).digest != first);
}

#include "scenarios/read.h"

#include <catch2/catch.hpp>

#include "sim/base/errors.h"

using namespace shudao;
using namespace shudao::scenarios;

TEST_CASE("the example worlds read without an error", "[scenarios]") {
  auto const scenario = read_scenario("scenarios/sichuan");
  CHECK(scenario.places.size() >= 9);
}

#include "scenarios/observed.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace shudao::scenarios {
namespace {

Observed figure(std::string const& id) {
  auto const all = read_observed("tests/experiment/validation/validation.json");
  auto const found = std::find_if(all.begin(), all.end(), [&](Observed const& one) { return one.id == id; });
  REQUIRE(found != all.end());
  return *found;
}

TEST_CASE("an observed figure comes with its range, its source and what it is a measure of", "[scenarios]") {
  Observed const one = figure("border-stay");
  CHECK(one.measure == "vehicle_time");
  CHECK(one.value == 8);
  CHECK(one.low == Approx(7.5));
  CHECK(one.high == Approx(8.5));
  CHECK(one.unit == "h");
  CHECK(one.source.id == "survey");
}

TEST_CASE("figures of included files are there too", "[scenarios]") {
  CHECK(read_observed("scenarios/sichuan/validation.json").size() > 50);
}

TEST_CASE("only the scenario that a validation file is about has its figures", "[scenarios]") {
  CHECK(validation_beside("scenarios/sichuan") == "scenarios/sichuan/validation.json");
  CHECK(validation_beside("scenarios/sichuan/scenario.json") == "scenarios/sichuan/validation.json");
  CHECK(validation_beside("scenarios/sichuan/declare-at-home.json").empty());
  CHECK(validation_beside("scenarios/first-corridors").empty());
}

TEST_CASE("a validation file that cannot be read has no figures", "[scenarios]") {
  CHECK(read_observed("tests/scenarios/observed_test.cpp").empty());
}

}  // namespace
}  // namespace shudao::scenarios

#include "sim/experiment/statistics/mser.h"

#include <catch2/catch.hpp>

#include "synthetic.h"

namespace shudao::experiment {
namespace {

TEST_CASE("a step at 100 of 1,000 is cut where it is", "[statistics]") {
  Draws draws{1};
  std::vector<double> series;
  for (int i = 0; i < 1'000; ++i) series.push_back((i < 100 ? 0 : 20) + draws.normal());
  CHECK(mser5(series) == 100);
}

TEST_CASE("a series without a start keeps nearly all", "[statistics]") {
  Draws draws{2};
  std::vector<double> series;
  for (int i = 0; i < 1'000; ++i) series.push_back(draws.normal());
  REQUIRE(mser5(series));
  CHECK(*mser5(series) <= 250);
}

TEST_CASE("a series that climbs to the end has no cut", "[statistics]") {
  std::vector<double> series;
  for (int i = 0; i < 1'000; ++i) series.push_back(i);
  CHECK_FALSE(mser5(series));
}

TEST_CASE("fewer than twenty observations have no cut", "[statistics]") {
  CHECK_FALSE(mser5(std::vector<double>(19, 1)));
}

}  // namespace
}  // namespace shudao::experiment

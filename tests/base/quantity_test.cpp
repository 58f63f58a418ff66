#include "sim/base/quantity.h"

#include <catch2/catch.hpp>

#include "sim/base/ids.h"
#include "sim/base/time.h"

using namespace shudao;

TEST_CASE("quantities are rounded once, to the nearest smallest unit, halves away from zero", "[quantity]") {
  CHECK(distance_from_km(12.3456).count() == 12'346);
  CHECK(money_from_cny(-0.125).count() == -13);
  CHECK(emission_from_g(0.5).count() == 1);
  CHECK(Duration::from_h(0.1).ms() == 360'000);
  CHECK(Duration::from_h(-1.0 / 7'200'000).ms() == -1);
}

TEST_CASE("moments and spans add and subtract", "[quantity]") {
  SimTime const t = SimTime::from_ms(1000);
  CHECK(t + Duration::from_s(2) - t == Duration::from_s(2));
  CHECK(t + Duration::max() < SimTime::max());
}

TEST_CASE("an id that was never given is none and indexes nothing", "[ids]") {
  using PlaceId = Id<struct PlaceTag>;
  IdVector<PlaceId, int> places;
  PlaceId const first = places.push_back(7);
  CHECK(places[first] == 7);
  CHECK(PlaceId{}.is_none());
  CHECK(first < PlaceId{1});
}

/// Roads whose speed goes by the hour of the day, in the tiny world of one road of an hour.
#include <catch2/catch.hpp>

#include "sim/freight/driving.h"
#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

namespace {

TimeZone const kShanghai{"Asia/Shanghai"};

/// Half the speed from 7 to 9 o'clock.
std::vector<double> rush_hour() {
  std::vector<double> factors(24, 1.0);
  factors[7] = factors[8] = 0.5;
  return factors;
}

SimTime at(std::int64_t minutes) { return kShanghai.to_utc(local_day(2024, 1, 1), Duration::from_min(minutes)); }

Duration way(std::int64_t from_minutes, std::int64_t minutes) {
  return through_the_day(rush_hour(), kShanghai, at(from_minutes), Duration::from_min(minutes));
}

/// The road of an hour, which takes two of them between 7 and 9.
scenarios::Scenario morning_rush() {
  return patched("mm1", R"({"links": {"ab": {"speed_by_hour":
      [1, 1, 1, 1, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}})");
}

}  // namespace

TEST_CASE("a way is driven hour by hour at the speed of the hour", "[freight]") {
  CHECK(way(5 * 60, 60) == Duration::from_min(60));       // before the rush
  CHECK(way(7 * 60, 60) == Duration::from_min(120));      // in it
  CHECK(way(6 * 60 + 30, 60) == Duration::from_min(90));  // half an hour before it, then half an hour at half speed
  CHECK(way(8 * 60 + 30, 60) == Duration::from_min(75));  // half an hour of it is worth a quarter
  CHECK(way(6 * 60, 26 * 60) == Duration::from_min(60 * 28));  // two rushes, one hour lost in each
}

TEST_CASE("who sets out later on a road that goes by the hour comes later", "[freight]") {
  SimTime last = at(0);
  for (std::int64_t minute = 0; minute < 24 * 60; ++minute) {
    SimTime const arrival = at(minute) + way(minute, 45);
    REQUIRE(arrival > last);
    last = arrival;
  }
}

TEST_CASE("the mean way of those who set out at any time is that of the day", "[freight][theory]") {
  // The way is linear in the minute between the minutes, so their mean is exact.
  double mean = 0;
  for (std::int64_t minute = 0; minute < 24 * 60; ++minute) mean += way(minute, 60).h() / (24.0 * 60);
  auto const moving = [](Life const& life) { return life.hours(Component::moving); };
  CHECK(estimate(morning_rush(), 12, moving).contains(mean));
}

TEST_CASE("every executor tells the same facts of roads that are faster in some hours", "[freight]") {
  auto scenario = morning_rush();
  for (double& factor : scenario.links[scenarios::LinkId{0}].speed_by_hour) factor *= 3;
  WorldRun const oracle = run(scenario, {0, 1, false, 8});
  for (int threads : {1, 2, 4}) CHECK(run(scenario, {0, threads, true, 8}).digest == oracle.digest);
}

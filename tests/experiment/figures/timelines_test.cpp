#include "sim/experiment/figures/timelines.h"

#include <catch2/catch.hpp>

#include "golden_world.h"
#include "sim/experiment/merging.h"

namespace shudao::experiment {
namespace {

using freight::FactKind;

scenarios::Scenario const kWorld = tiny_world();
SimTime const kStart = kWorld.window_start();  // A Monday, 0 h UTC.

/// One piece of work of the officer at A: asked for, begun and ended so many hours after the start of the window.
Stream& work(Stream& stream, std::int64_t asked, std::int64_t began, std::int64_t ended) {
  freight::Served const fact{0, hours_after(kStart, asked).ms(), hours_after(kStart, began).ms(),
                             hours_after(kStart, ended).ms(), (ended - began) * 3'600'000};
  return stream.tell(hours_after(kStart, ended), FactKind::served, fact);
}

ResourceTimeline officer(Stream const& stream) {
  return result_of(kWorld, stream, kWorld.horizon()).figures.timelines.resources.at(0);
}

TEST_CASE("a queue is told day by day as the mean number waiting", "[experiment][figures]") {
  Stream stream;
  work(stream, 12, 36, 48);
  ResourceTimeline const line = officer(stream);
  REQUIRE(line.queue.mean.size() == 14);
  CHECK(line.queue.mean[0] == 0.5);
  CHECK(line.queue.mean[1] == 0.5);
  CHECK(line.queue.mean[2] == 0);
  CHECK(line.waiting_h == 24);
}

TEST_CASE("utilisation is told day by day as the share of the open hours of all servers", "[experiment][figures]") {
  Stream stream;
  work(stream, 12, 36, 48);
  CHECK(officer(stream).utilisation.mean[1] == 0.5);
  CHECK(officer(stream).utilisation.mean[2] == 0);
}

TEST_CASE("the week of a queue puts the same hours of all weeks together", "[experiment][figures]") {
  Stream stream;
  work(stream, 3, 5, 6);
  work(stream, 7 * 24 + 4, 7 * 24 + 5, 7 * 24 + 6);
  ResourceTimeline const line = officer(stream);
  REQUIRE(line.week.size() == 7 * 24);
  CHECK(line.week[2] == 0);
  CHECK(line.week[3] == 0.5);
  CHECK(line.week[4] == 1);
  CHECK(line.week[5] == 0);
}

TEST_CASE("the week is that of the clocks at the place", "[experiment][figures]") {
  scenarios::Scenario world = kWorld;
  world.places[scenarios::PlaceId{0}].zone = TimeZone{"Asia/Shanghai"};
  Stream stream;
  work(stream, 3, 4, 5);
  auto const line = result_of(world, stream, world.horizon()).figures.timelines.resources.at(0);
  CHECK(line.week[11] == 0.5);
}

TEST_CASE("a wait across the end of the week goes on with Monday", "[experiment][figures]") {
  Stream stream;
  work(stream, 7 * 24 - 1, 7 * 24 + 1, 7 * 24 + 2);
  ResourceTimeline const line = officer(stream);
  CHECK(line.week[7 * 24 - 1] == 0.5);
  CHECK(line.week[0] == 0.5);
  CHECK(line.week[1] == 0);
}

TEST_CASE("a yard is told day by day as its mean level", "[experiment][figures]") {
  Stream stream;
  stream.tell(kStart - Duration::from_min(60), FactKind::yard_level, freight::YardLevel{1, false, 4, 10});
  stream.tell(hours_after(kStart, 36), FactKind::yard_level, freight::YardLevel{1, false, 8, 10});
  auto const yards = result_of(kWorld, stream, kWorld.horizon()).figures.timelines.yards;
  REQUIRE(yards.size() == 1);
  CHECK(yards[0].place == "b");
  CHECK(yards[0].teu.mean[0] == 4);
  CHECK(yards[0].teu.mean[1] == 6);
  CHECK(yards[0].teu.mean[13] == 8);
}

TEST_CASE("over replications a day has a mean and a band from a tenth to nine tenths", "[experiment][figures]") {
  std::vector<Replication> replications;
  for (int waited = 1; waited <= 10; ++waited) {
    Stream stream;
    work(stream, 0, 2 * waited, 2 * waited + 1);
    replications.push_back({waited - 1, result_of(kWorld, stream, kWorld.horizon()), {}});
  }
  DayCurve const queue = merged(replications).figures.timelines.resources.at(0).queue;
  CHECK(queue.mean[0] == Approx(11.0 / 24).margin(0.001));
  CHECK(queue.p10[0] == Approx(2.0 / 24).margin(0.001));
  CHECK(queue.p90[0] == Approx(18.0 / 24).margin(0.001));
}

TEST_CASE("what a service carries over its links is told per year", "[experiment][figures]") {
  Stream stream;
  stream.tell(kStart, FactKind::departed, freight::Departed{0, 0, 3, 4, 0, 0, kStart.ms()});
  auto const flows = result_of(kWorld, stream, kWorld.horizon()).figures.link_flows;
  REQUIRE(flows.size() == 1);
  CHECK(flows[0].link == "line");
  CHECK(flows[0].mode == "rail");
  CHECK(flows[0].teu_per_year.value == Approx(3 * 365.2425 / 14));
  CHECK(flows[0].vehicles_per_year.value == Approx(365.2425 / 14));
}

TEST_CASE("the runs of the middle week are followed from stop to stop", "[experiment][figures]") {
  SimTime const monday = kStart + Duration::from_days(7);
  Stream stream;
  stream.tell(kStart, FactKind::vehicle_moved, freight::VehicleMoved{1, 0, 0, false});
  stream.tell(monday, FactKind::vehicle_moved, freight::VehicleMoved{2, 0, 0, false});
  stream.tell(hours_after(monday, 10), FactKind::vehicle_moved, freight::VehicleMoved{2, 0, 1, true});
  auto const runs = result_of(kWorld, stream, kWorld.horizon()).figures.runs;
  REQUIRE(runs.size() == 1);
  CHECK(runs[0].service == "train");
  CHECK(runs[0].number == 1);
  REQUIRE(runs[0].stops.size() == 2);
  CHECK(runs[0].stops[0].departure == monday);
  CHECK_FALSE(runs[0].stops[0].arrival.has_value());
  CHECK(runs[0].stops[1].arrival == hours_after(monday, 10));
  CHECK(runs[0].stops[1].km == 400);
}

}  // namespace
}  // namespace shudao::experiment

#include "viz/cli/extent.h"

#include <catch2/catch.hpp>

#include "sample.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::cli;

namespace {

experiment::PlaceResult place(std::string const& id, std::vector<double> const& queues) {
  experiment::PlaceResult place;
  place.id = id;
  for (double const queue : queues) place.resources.push_back({id + "/crane", {}, {queue, {}, 1}, {}});
  return place;
}

}  // namespace

TEST_CASE("a world of six corridors is told whole, one of seven only where it is asked for", "[cli]") {
  CHECK(Extent{}.tells("a", 6));
  CHECK_FALSE(Extent{}.tells("a", 7));
  CHECK(Extent{{"a"}, false}.tells("a", 7));
  CHECK_FALSE(Extent{{"a"}, false}.tells("b", 7));
  CHECK(Extent{{}, true}.tells("a", 7));
  CHECK_FALSE(Extent{{"a"}, true}.tells("b", 7));
}

TEST_CASE("the places that are shown are the ten where most is waiting, and the rest is counted", "[cli]") {
  experiment::ScenarioResult result;
  for (int i = 0; i < 8; ++i) result.places.push_back(place("p" + std::to_string(i), {1.0 * i, 10.0 + i}));
  Worst const worst = worst_places(result);
  REQUIRE(worst.result.places.size() == 10);
  CHECK(worst.left == 6);
  CHECK(worst.result.places.front().id == "p7");
  CHECK(worst.result.places.front().resources.front().mean_queue.value == 17.0);
  CHECK(worst.result.places.back().resources.front().mean_queue.value == 6.0);
}

TEST_CASE("services that leave most TEU a year behind come first, then the fullest", "[cli]") {
  experiment::ScenarioResult result;
  auto const add = [&](char const* id, double departures, double left, double load) {
    experiment::ServiceResult service;
    service.id = id;
    service.departures_per_year.value = departures;
    service.left_behind_teu_per_departure.value = left;
    service.load_factor.value = load;
    result.services.push_back(service);
  };
  add("half-empty", 100, 0, 0.5);
  add("rare", 10, 5, 1.0);
  add("frequent", 100, 1, 1.0);
  add("full", 100, 0, 1.0);
  auto const& services = worst_services(result).result.services;
  CHECK(services[0].id == "frequent");
  CHECK(services[1].id == "rare");
  CHECK(services[2].id == "full");
  CHECK(services[3].id == "half-empty");
}

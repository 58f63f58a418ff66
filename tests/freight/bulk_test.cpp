/// Vehicles that fill up and chambers that take several, against theory. Statistical comparisons raise a false alarm
/// with probability 1e-6 (Student's t over replications of a fixed seed); deterministic claims are exact.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

namespace {

constexpr int kReplications = 12;
constexpr double kPerHour = 8760.0 / (365.2425 * 24.0);

double waiting(Life const& life) { return life.hours(Component::waiting_departure); }
double queueing(Life const& life) { return life.hours(Component::queueing); }

scenarios::Scenario filling(int capacity, double max_wait_h) {
  return patched("fill", R"({"services": {"block": {"capacity_teu": )" + std::to_string(capacity) +
                             R"(, "max_wait_h": )" + std::to_string(max_wait_h) + "}}}");
}

/// Probability that the n-th arrival after now comes within t: Erlang's distribution.
double comes_within(int n, double t) {
  double term = std::exp(-kPerHour * t);
  double sum = term;
  for (int k = 1; k < n; ++k) sum += term *= kPerHour * t / k;
  return 1 - sum;
}

/// Mean wait where a vehicle leaves when `capacity` are together or the first has waited `limit`. With n others there,
/// time passes for n + 1, and the mean time that n others are there before the limit is P(Erlang(n + 1) ≤ limit)/λ.
double mean_wait(int capacity, double limit) {
  double vehicle = 0;
  double waits = 0;
  for (int others = 0; others + 1 < capacity; ++others) {
    double const time = comes_within(others + 1, limit) / kPerHour;
    vehicle += time;
    waits += (others + 1) * time;
  }
  return waits / (1 + kPerHour * vehicle);
}

}  // namespace

TEST_CASE("single arrivals wait (K - 1)/(2 lambda) for a vehicle that leaves when K are together",
          "[freight][theory]") {
  CHECK(estimate(example("fill"), kReplications, waiting).contains(9 / (2 * kPerHour)));
}

TEST_CASE("a vehicle that is not full leaves when the first has waited as long as it may", "[freight][theory]") {
  CHECK(estimate(filling(2, 0.7), kReplications, waiting).contains(mean_wait(2, 0.7)));
  CHECK(estimate(filling(4, 2), kReplications, waiting).contains(mean_wait(4, 2)));
  for (auto const& [name, life] : run(filling(4, 2), {0, 1, false, 8}).lives) {
    if (life.is_delivered) REQUIRE(waiting(life) <= 2.0);
  }
}

TEST_CASE("three trains become two longer ones and three again, and no TEU is lost", "[freight]") {
  auto const scenario = example("regrouping");
  auto const result = run(scenario);
  std::map<std::string, std::int64_t> trains;
  std::map<std::string, std::int64_t> teu;
  for (auto const& [time, fact] : result.facts) {
    if (static_cast<FactKind>(fact.kind) != FactKind::departed) continue;
    auto const departed = fact.as<Departed>();
    std::string const& place = scenario.places[scenarios::PlaceId{departed.place}].id;
    if (place == "b") CHECK(departed.teu == 123);
    if (place == "c") CHECK(departed.teu == 82);
    ++trains[place];
    teu[place] += departed.teu;
  }
  CHECK(std::abs(2 * trains["a"] - 3 * trains["b"]) <= 3 * 8);  // what is under way at the end
  CHECK(std::abs(trains["a"] - trains["c"]) <= 24);
  std::int64_t delivered = 0;
  for (auto const& [name, life] : result.lives) {
    if (!life.is_delivered) continue;
    REQUIRE(life.end.teu == 2);
    delivered += life.end.teu;
  }
  CHECK(delivered > teu["c"] - 4 * 82);
  CHECK(delivered <= teu["c"]);
}

TEST_CASE("a service that runs every second week leaves in every second week", "[freight]") {
  auto const scenario = patched("headway", R"({"services": {"train": {"every_weeks": 2}}})");
  std::map<std::int64_t, int> per_week;
  for (auto const& [time, fact] : run(scenario, {0, 1, false, 12}).facts) {
    if (static_cast<FactKind>(fact.kind) == FactKind::departed) ++per_week[(time - scenario.start).ms() / 604'800'000];
  }
  CHECK(per_week == std::map<std::int64_t, int>{{0, 3}, {2, 3}, {4, 3}, {6, 3}, {8, 3}, {10, 3}});
}

TEST_CASE("vessels that come hourly wait 3, 2, 1 and 0 hours for a lock that takes four", "[freight][theory]") {
  auto const hourly = patched("lock", R"({"flows": {"lots": {"teu_per_year": 8765.82, "arrivals": "regular"}}})");
  for (auto const& [name, life] : run(hourly, {0, 1, false, 3}).lives) {
    if (!life.is_delivered) continue;
    REQUIRE(queueing(life) == 3.0 - name.ordinal % 4);
    REQUIRE(life.hours(Component::handling) == 0.5);
  }
}

TEST_CASE("a lock that is not full works when the first vessel has waited as long as it does", "[freight][theory]") {
  auto const hourly = patched("lock", R"({"flows": {"lots": {"teu_per_year": 8765.82, "arrivals": "regular"}},
      "places": {"l": {"resources": {"chamber": {"batch_wait_h": 1.5}}}}})");
  for (auto const& [name, life] : run(hourly, {0, 1, false, 3}).lives) {
    if (life.is_delivered) REQUIRE(queueing(life) == (name.ordinal % 2 == 0 ? 1.5 : 0.5));
  }
}

TEST_CASE("a saturated lock passes its batch in every time of its own", "[freight][theory]") {
  auto const scenario = patched("lock", R"({"flows": {"lots": {"teu_per_year": 175200}}})");
  std::map<std::int64_t, int> ended;
  for (auto const& [time, fact] : run(scenario, {0, 1, false, 4}).facts) {
    bool const is_served = static_cast<FactKind>(fact.kind) == FactKind::served;
    if (is_served && fact.as<Served>().began_ms < time.ms()) ++ended[time.ms()];
  }
  REQUIRE(ended.size() > 1200);
  ended.erase(std::prev(ended.end()));  // told as it stood at the end of the run
  for (auto at = std::next(ended.begin(), 10); at != ended.end(); ++at) {
    REQUIRE(at->second == 4);
    REQUIRE(at->first - std::prev(at)->first == 1'800'000);
  }
}

TEST_CASE("vessels of a light stream wait for a second one as theory has it", "[freight][theory]") {
  auto const light = patched("lock", R"({"places": {"l": {"resources":
      {"chamber": {"servers": 1000, "batch_size": 2, "batch_wait_h": 0.7}}}}})");
  CHECK(estimate(light, kReplications, queueing).contains(mean_wait(2, 0.7)));
}

TEST_CASE("a chamber that takes all that wait queues as a bulk server", "[freight][theory]") {
  // Cycles of constant length T. One that finds somebody waiting follows the last at once: its parties waited T/2 on
  // average, λT of them. After a cycle without arrivals, with probability e^{-λT}, one party begins at once.
  auto const scenario = patched("lock", R"({"places": {"l": {
      "resources": {"chamber": {"batch_size": 1000, "batch_wait_h": 0}},
      "processes": {"locking": {"steps": {"lockage": {"duration_h": 2}}}}}}})");
  double const wait = kPerHour * 2 * 1.0 / (kPerHour * 2 + std::exp(-kPerHour * 2));
  CHECK(estimate(scenario, kReplications, queueing).contains(wait));
}

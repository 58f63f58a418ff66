/// One test for each fault that was found in the model and mended, named after it.
#include <catch2/catch.hpp>
#include <set>

#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

namespace {

std::string steps_at_a(std::string const& steps) {
  return R"({"places": {"a": {"processes": {"export": {"steps": )" + steps + "}}}}}";
}

int delivered(WorldRun const& run) {
  int count = 0;
  for (auto const& [name, life] : run.lives) count += life.is_delivered ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("a token that is carried already and granted anew holds nobody up", "[freight][mended]") {
  auto const scenario = patched("mm1", steps_at_a(R"({
      "seal": {"duration_h": 1, "grants": ["sealed"]},
      "check": {"after": ["seal"], "needs": ["sealed"], "duration_h": 1},
      "reseal": {"after": ["check"], "duration_h": 1, "grants": ["sealed"]}, "review": null})"));
  CHECK(delivered(run(scenario, {0, 1, false, 2})) > 250);
}

TEST_CASE("rework is paid each time it is done", "[freight][mended]") {
  auto const scenario = patched("mm1", steps_at_a(R"({"review": {"resource": null, "duration_h": 2, "cost_cny": 10,
      "repeat_probability": 0.5}})"));
  for (auto const& [name, life] : run(scenario, {0, 1, false, 2}).lives) {
    if (life.is_delivered)
      REQUIRE(life.costs.formalities_fen == 1000 * to_nearest(life.hours(Component::documents) / 2));
  }
}

TEST_CASE("what is not needed of a joint step costs nothing and grants nothing", "[freight][mended]") {
  char const* const joint = R"({"format": 1, "id": "joint", "title": {"zh": "联合查验", "en": "joint inspection"},
      "rewrites": [{"merge": ["a/export/inspect", "a/export/review"], "into": "joint"}]})";
  auto const scenario = patched("mm1", steps_at_a(R"({
      "inspect": {"duration_h": 5, "probability": 0.2, "cost_cny": 1000, "component": "inspection", "grants": ["inspected"]},
      "review": {"resource": null, "duration_h": 1, "cost_cny": 10},
      "again": {"after": ["inspect", "review"], "duration_h": 7, "component": "border", "skip_if": ["inspected"]}})"),
                                {joint});
  int inspected = 0;
  int life_count = 0;
  for (auto const& [name, life] : run(scenario, {0, 1, false, 8}).lives) {
    if (!life.is_delivered) continue;
    bool const is_inspected = life.hours(Component::inspection) == 5.0;
    REQUIRE(life.hours(Component::documents) == (is_inspected ? 0.0 : 1.0));
    REQUIRE(life.hours(Component::border) == (is_inspected ? 0.0 : 7.0));
    REQUIRE(life.costs.formalities_fen == (is_inspected ? 101'000 : 1'000));
    inspected += is_inspected ? 1 : 0;
    ++life_count;
  }
  CHECK(std::abs(inspected - 0.2 * life_count) < 5 * std::sqrt(0.16 * life_count));
}

TEST_CASE("a consignment under way when a dated rule moves a step still goes through it", "[freight][mended]") {
  char const* const dated = R"({"format": 1, "id": "move-declaration", "title": {"zh": "前移", "en": "move"},
      "from": "2024-02-01", "rewrites": [{"move": ["b/export/declare"], "to": "a/export", "after": ["report"], "before": ["load"]}]})";
  for (auto const& [name, life] : run(patched("two_step_rule", "{}", {dated}), {0, 1, false, 9}).lives) {
    if (life.is_delivered) REQUIRE(life.costs.formalities_fen == 10'000);
  }
}

TEST_CASE("as many cranes work at a train as there are", "[freight][mended]") {
  char const* const four =
      R"({"places": {"b": {"resources": {"crane": {"name": {"zh": "吊", "en": "crane"}, "servers": 4}},
      "handling": {"rail": {"resource": "crane", "min_per_teu": 6}}}}})";
  std::map<std::int64_t, std::pair<int, double>> trains;  // by arrival: consignments, hours of handling
  for (auto const& [name, life] : run(patched("headway", four), {0, 1, false, 6}).lives) {
    if (!life.is_delivered) continue;
    std::int64_t const arrival = life.ended_ms - Duration::from_h(life.hours(Component::handling)).ms();
    ++trains[arrival].first;
    trains[arrival].second = life.hours(Component::handling);
  }
  REQUIRE(trains.size() > 10);
  for (auto const& [arrival, train] : trains) CHECK(train.second == Approx(0.1 * ((train.first + 3) / 4)));
}

TEST_CASE("a part that waits in the yard for the rest pays its storage", "[freight][mended]") {
  auto const scenario = patched("split_merge", R"({"places": {"b": {"yard": {"storage_cny_per_teu_day": 240}}}})");
  for (auto const& [name, life] : run(scenario, {0, 1, false, 2}).lives) {
    // Trucks of 2, 2 and 1 TEU: whoever comes first waits for the last at 10 CNY per TEU-hour.
    if (life.is_delivered) REQUIRE(life.costs.storage_fen > 0);
  }
}

TEST_CASE("what is under way at the end is charged to what holds it", "[freight][mended]") {
  auto const overloaded = patched("mm1", R"({"flows": {"lots": {"teu_per_year": 40000}}})");
  double queueing = 0;
  double other = 0;
  for (auto const& [name, life] : run(overloaded, {0, 1, false, 8}).lives) {
    if (life.is_delivered) continue;
    queueing += life.hours(Component::queueing);
    other += life.hours(Component::waiting_departure) + life.hours(Component::moving);
  }
  CHECK(queueing > 100 * other);
}

TEST_CASE("no day has more slots than the link", "[freight][mended]") {
  auto const scenario =
      patched("headway", R"({"links": {"ab": {"slots_per_day": 7}}, "services": {"train": {"departures":
      ["mon 00:00", "mon 00:01", "mon 00:02", "mon 00:03", "mon 00:04", "mon 00:05", "mon 00:06", "mon 00:07", "mon 00:08"],
      "cut_off_h": 0}}})");
  std::map<std::int64_t, int> per_day;
  for (auto const& [time, fact] : run(scenario, {0, 1, false, 4}).facts) {
    if (static_cast<FactKind>(fact.kind) == FactKind::entered_link)
      ++per_day[(time - scenario.start).ms() / 86'400'000];
  }
  REQUIRE(per_day.size() >= 6);
  for (auto const& [day, vehicles] : per_day) CHECK(vehicles <= 7);
}

TEST_CASE("a consignment of many thousand TEU keeps its count", "[freight][mended]") {
  auto const scenario = patched("headway", R"({"flows": {"lots": {"lot_teu": 70000, "teu_per_year": 7000000}},
      "services": {"train": {"capacity_teu": 100000}}})");
  for (auto const& [name, life] : run(scenario, {0, 1, false, 6}).lives) {
    for (LedgerEntry const& entry : life.path) REQUIRE(entry.teu > 0);
    if (life.is_delivered) REQUIRE(life.end.teu == 70000);
  }
}

#include <catch2/catch.hpp>

#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

TEST_CASE("a declaration moved off the critical path saves each consignment exactly its time", "[freight][rules]") {
  WorldRun const base = run(example("two_step_rule"), {0, 1, false, 20});
  WorldRun const moved = run(example("move-declaration"), {0, 1, false, 20});
  auto const b = scenarios::PlaceId{1};
  int pairs = 0;
  for (auto const& [name, before] : base.lives) {
    Life const& after = moved.lives.at(name);
    if (!before.is_delivered) continue;
    REQUIRE(after.is_delivered);
    std::int64_t declared = 0;
    for (LedgerEntry const& entry : before.path) {
      if (entry.component == Component::documents && entry.at == Where{b}) declared += entry.to_ms - entry.from_ms;
    }
    declared -= Duration::from_h(0.5).ms();  // the arrival report at b stays
    REQUIRE(declared >= Duration::from_h(1).ms());
    REQUIRE(before.door_to_door_ms() - after.door_to_door_ms() == declared);
    ++pairs;
  }
  CHECK(pairs > 3000);
}

TEST_CASE("a moved step keeps its draws", "[freight][rules]") {
  // The cost of the declaration is paid once by everybody, before and after.
  WorldRun const base = run(example("two_step_rule"), {0, 1, false, 8});
  WorldRun const moved = run(example("move-declaration"), {0, 1, false, 8});
  for (auto const& [name, life] : base.lives) {
    if (!life.is_delivered) continue;
    REQUIRE(life.costs.formalities_fen == money_from_cny(100).count());
    REQUIRE(moved.lives.at(name).costs.formalities_fen == life.costs.formalities_fen);
  }
}

namespace {

char const* const kMoveFromMarch = R"({"format": 1, "id": "move-declaration", "title": {"zh": "前移", "en": "move"},
  "from": "2024-02-01", "when": {"regimes": ["export"]},
  "rewrites": [{"move": ["b/export/declare"], "to": "a/export", "after": ["report"], "before": ["load"]}]})";

/// When the consignment was done at the place of this index, in ms; its process there was entered before.
std::int64_t left_place_ms(Life const& life, std::size_t place) {
  std::int64_t left = 0;
  for (LedgerEntry const& entry : life.path) {
    if (entry.at == Where{scenarios::PlaceId{place}}) left = entry.to_ms;
  }
  return left;
}

std::int64_t entered_place_ms(Life const& life, std::size_t place) {
  for (LedgerEntry const& entry : life.path) {
    if (entry.at == Where{scenarios::PlaceId{place}}) return entry.from_ms;
  }
  return 0;
}

}  // namespace

TEST_CASE("a dated rule changes no process entered before its date", "[freight][rules]") {
  auto const dated = patched("two_step_rule", "{}", {kMoveFromMarch});
  REQUIRE(dated.rules.size() == 1);
  std::int64_t const from = dated.rules[scenarios::RuleId{0}].from.ms();
  WorldRun const base = run(example("two_step_rule"), {0, 1, false, 9});
  WorldRun const moved = run(dated, {0, 1, false, 9});
  int before = 0;
  int after = 0;
  for (auto const& [name, life] : base.lives) {
    Life const& other = moved.lives.at(name);
    if (!life.is_delivered || !other.is_delivered) continue;
    if (entered_place_ms(life, 1) < from) {
      REQUIRE(other.door_to_door_ms() == life.door_to_door_ms());
      ++before;
    } else if (life.end.ready_ms >= from) {
      REQUIRE(other.door_to_door_ms() < life.door_to_door_ms());
      ++after;
    } else if (entered_place_ms(life, 1) >= from) {
      // Left before the date, met the border after it: neither declares twice nor not at all; see the rule's guide.
      REQUIRE(left_place_ms(other, 1) <= left_place_ms(life, 1));
    }
  }
  CHECK(before > 500);
  CHECK(after > 500);
}

TEST_CASE("a step that must be repeated with probability p is done 1/(1 - p) times", "[freight][theory]") {
  auto const scenario = patched("mm1", R"({"places": {"a": {"resources": null, "processes": {"export": {"steps":
      {"review": {"resource": null, "duration_h": 2, "repeat_probability": 0.25}}}}}}})");
  auto const documents = [](Life const& life) { return life.hours(Component::documents); };
  CHECK(estimate(scenario, 6, documents).contains(2.0 / 0.75));
}

TEST_CASE("a step with probability p is met by the share p, and its cost is paid only then", "[freight][theory]") {
  auto const scenario = patched("mm1", R"({"places": {"a": {"processes": {"export": {"steps":
      {"review": {"resource": null, "duration_h": 2, "probability": 0.3, "cost_cny": 100}}}}}}})");
  auto const documents = [](Life const& life) { return life.hours(Component::documents); };
  CHECK(estimate(scenario, 6, documents).contains(0.6));
  for (auto const& [name, life] : run(scenario, {0, 1, false, 3}).lives) {
    if (!life.is_delivered) continue;
    REQUIRE((life.costs.formalities_fen == 10'000) == (life.hours(Component::documents) > 0));
  }
}

TEST_CASE("a step is skipped by a token that an earlier one granted", "[freight][rules]") {
  auto const scenario = patched("mm1", R"({"places": {"a": {"processes": {"export": {"steps": {
      "inspect": {"duration_h": 1, "probability": 0.5, "component": "inspection", "grants": ["inspected"]},
      "review": {"after": ["inspect"], "resource": null, "duration_h": 2, "skip_if": ["inspected"]}}}}}}})");
  int inspected = 0;
  for (auto const& [name, life] : run(scenario, {0, 1, false, 6}).lives) {
    if (!life.is_delivered) continue;
    bool const was_inspected = life.hours(Component::inspection) > 0;
    inspected += was_inspected ? 1 : 0;
    REQUIRE(life.hours(Component::documents) == (was_inspected ? 0.0 : 2.0));
  }
  CHECK(inspected > 300);
}

TEST_CASE("a merged step takes the longest of its works instead of their sum", "[freight][rules]") {
  char const* const steps = R"({"places": {"a": {"processes": {"export": {"steps": {
      "customs": {"duration_h": 1, "component": "inspection"},
      "quarantine": {"after": ["customs"], "duration_h": 3, "component": "inspection"}, "review": null}}}}}})";
  char const* const joint = R"({"format": 1, "id": "joint", "title": {"zh": "联合查验", "en": "joint inspection"},
      "rewrites": [{"merge": ["a/export/customs", "a/export/quarantine"], "into": "joint-inspection"}]})";
  for (auto const& [name, life] : run(patched("mm1", steps), {0, 1, false, 2}).lives) {
    if (life.is_delivered) REQUIRE(life.hours(Component::inspection) == 4.0);
  }
  for (auto const& [name, life] : run(patched("mm1", steps, {joint}), {0, 1, false, 2}).lives) {
    if (life.is_delivered) REQUIRE(life.hours(Component::inspection) == 3.0);
  }
}

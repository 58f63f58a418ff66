#include <catch2/catch.hpp>
#include <map>

#include "scenarios/read.h"
#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;

namespace {

char const* const kExamples[] = {"mm1",         "headway",  "branches", "office",
                                 "split_merge", "blocking", "border",   "two_step_rule"};

void check_ledger(Life const& life) {
  std::int64_t until = life.end.ready_ms;
  for (LedgerEntry const& entry : life.path) {
    REQUIRE(entry.from_ms == until);
    REQUIRE(entry.to_ms > entry.from_ms);
    until = entry.to_ms;
  }
  REQUIRE(until == life.ended_ms);
}

/// TEU-milliseconds present at each place within [start, end), by the place's own count.
std::map<std::uint32_t, std::int64_t> present_by_count(WorldRun const& run, std::int64_t end) {
  std::map<std::uint32_t, std::int64_t> area;
  for (auto const& [time, fact] : run.facts) {
    if (static_cast<FactKind>(fact.kind) != FactKind::presence) continue;
    auto const change = fact.as<Presence>();
    area[change.place] += change.delta_teu * (end - time.ms());
  }
  return area;
}

/// The same from the stays in the ledgers of the consignments and their parts.
std::map<std::uint32_t, std::int64_t> present_by_ledger(WorldRun const& run) {
  std::map<std::uint32_t, std::int64_t> area;
  for (auto const& [told, entry] : run.all_entries) {
    if (entry.at.kind() != Where::Kind::place) continue;
    area[entry.at.index()] += std::int64_t{entry.teu} * (entry.to_ms - entry.from_ms);
  }
  return area;
}

void check_little(WorldRun const& run, std::int64_t end) {
  auto const counted = present_by_count(run, end);
  auto const from_ledgers = present_by_ledger(run);
  for (auto const& [place, area] : counted) {
    auto const found = from_ledgers.find(place);
    REQUIRE(area == (found == from_ledgers.end() ? 0 : found->second));
  }
}

void check_conservation(WorldRun const& run) {
  std::int64_t generated = 0;
  std::int64_t ended = 0;
  for (auto const& [time, fact] : run.facts) {
    auto const kind = static_cast<FactKind>(fact.kind);
    if (kind == FactKind::generated) generated += fact.as<Generated>().teu;
    if (kind == FactKind::delivered || kind == FactKind::unfinished) ended += fact.as<LotEnd>().teu;
  }
  REQUIRE(generated > 0);
  REQUIRE(generated == ended);
}

}  // namespace

TEST_CASE("every ledger is without gap or overlap and sums to door-to-door time", "[freight][ledger]") {
  for (char const* name : kExamples) {
    INFO(name);
    for (auto const& [lot, life] : run(example(name), {0, 1, false, 12}).lives) {
      if (life.is_delivered) check_ledger(life);
    }
  }
}

TEST_CASE("what a place counts is what the ledgers say of it", "[freight][ledger]") {
  for (char const* name : kExamples) {
    INFO(name);
    auto const scenario = example(name);
    WorldRun const one = run(scenario, {0, 1, false, 12});
    check_little(one, (scenario.start + Duration::from_days(84)).ms());
    check_conservation(one);
  }
}

TEST_CASE("the corridors of Sichuan keep ledger, presence and TEU", "[freight][ledger]") {
  for (char const* path : {"scenarios/first-corridors", "scenarios/first-corridors/declare-at-home.json"}) {
    auto const scenario = scenarios::read_scenario(path);
    WorldRun const one = run(scenario, {0, 1, false, 16});
    for (auto const& [lot, life] : one.lives) {
      if (life.is_delivered) check_ledger(life);
    }
    check_little(one, (scenario.start + Duration::from_days(16 * 7)).ms());
    check_conservation(one);
  }
}

/// Faults planted in tiny worlds are caught with their place, value and remedy; clean worlds raise no warning.
#include "sim/experiment/guard_rails.h"

#include <catch2/catch.hpp>
#include <set>

#include "guard_rail_worlds.h"
#include "scenarios/read.h"
#include "sim/experiment/codec.h"
#include "sim/experiment/merging.h"
#include "tiny_world.h"

namespace shudao::experiment {
namespace {

using Catch::Matchers::Contains;
using Kind = GuardRailKind;

/// A fault, and what has to be said of it: kind, where, and bounds of the value.
struct Planted {
  std::string fault, world, patch;
  Kind kind;
  std::string where;
  double least, most;
};

std::string const kShort = R"("run": {"warm_up_weeks": 4, "window_weeks": 8, "cap_weeks": 4, "replications": 3})";

std::vector<Planted> planted() {
  return {
      {"an officer has 1.2 times the work that one can do", "mm1",
       R"({"places": {"a": {"processes": {"export": {"steps": {"review": {"duration_h": {"exponential": {"mean": 1.2}}}}}}}}})",
       Kind::overload, "a/officer", 1.1, 1.3},
      {"a train has room for 150 of 168 TEU a week", "headway", R"({"services": {"train": {"capacity_teu": 50}}})",
       Kind::overload, "train", 1.05, 1.25},
      {"a line has 2.8 slots a week for three trains", "headway", R"({"links": {"ab": {"slots_per_day": 0.4}}})",
       Kind::overload, "ab", 1.0, 1.15},
      {"a yard of 60 TEU is emptied once for every 100 that come", "blocking",
       R"({"services": {"onward": {"departures": ["wed 10:00"]}}})", Kind::overload, "b", 100, 2000},
      {"demand is 1.9 times the min-cut", "headway", R"({"services": {"train": {"capacity_teu": 30}}})",
       Kind::demand_above_limit, "a-b", 8700, 8800},
      {"the way takes six weeks, the warm-up is four", "headway", R"({"links": {"ab": {"running_time_h": 1000}}})",
       Kind::short_warm_up, "a-b", 6, 7},
      {"a queue at ρ = 0.97 begins empty", "mm1",
       R"({"run": {"warm_up_weeks": 1, "window_weeks": 26, "replications": 60},
           "places": {"a": {"processes": {"export": {"steps": {"review": {"duration_h": {"exponential": {"mean": 0.97}}}}}}}}})",
       Kind::not_settled, "a-b", 0.2, 2},
      {"the run ends with the window", "headway",
       R"({"run": {"cap_weeks": 0}, "links": {"ab": {"running_time_h": 100}}})", Kind::unfinished_cargo, "a-b", 0.01,
       0.2},
      {"a train waits for the yard on the only track, the cargo in the yard for a train", "blocking",
       R"({"places": {"b": {"tracks": 1}}})", Kind::deadlock, "b", 1, 1e6},
      {"an inspection takes two days and five lots of 500 have one", "mm1",
       R"({"run": {"replications": 2}, "flows": {"lots": {"teu_per_year": 800}}, "places": {"a": {"processes": {"export": {"steps": {"review": {
           "duration_h": 48, "resource": null, "component": "inspection", "probability": 0.01}}}}}}})",
       Kind::rare_events, "a-b", 1, 29},
      {"a few of 120 lots are late", "headway",
       R"({"run": {"replications": 2}, "flows": {"lots": {"teu_per_year": 200, "due_h": 82}}})", Kind::rare_events,
       "a-b", 1, 29},
      {"nine lots in all", "headway", R"({"flows": {"lots": {"teu_per_year": 10}}})", Kind::few_consignments, "a-b", 1,
       29},
      {"the dear route is taken by a few", "two_routes",
       R"({"run": {"replications": 2}, "flows": {"lots": {"teu_per_year": 150}}, "services": {"west": {"tariff_cny_per_teu": 650}}})",
       Kind::few_observations, "lots", 1, 29},
      {"a train that never has enough to leave", "headway",
       R"({"services": {"train": {"minimum_teu": 5000, "below_minimum": "cancel"}}})", Kind::service_never_ran, "train",
       0, 0},
      {"a train that nobody has cargo for", "headway",
       R"({"services": {"idle": {"name": {"zh": "空车", "en": "idle train"}, "kind": "scheduled", "mode": "rail",
           "stops": [{"place": "a", "link": "ab"}, {"place": "b"}], "departures": ["mon 01:00"], "capacity_teu": 10,
           "co2e_g_per_tkm": 25}}})",
       Kind::service_always_empty, "idle", 0, 0},
      {"a flow of a hundredth of a TEU a year", "headway",
       R"({"flows": {"rare": {"name": {"zh": "少", "en": "rare"}, "from": "a", "to": "b", "commodity": "general", "regime": "export",
           "direction": "outbound", "teu_per_year": 0.01, "lot_teu": 1, "tonnes_per_teu": 10, "value_cny_per_teu": 1,
           "interest_percent_per_year": 10, "route": [{"service": "train", "to": "b"}]}}})",
       Kind::silent_flow, "rare", 0, 0},
      {"boxes go one way only", "empties", R"({"repositioning": null, "run": {"cap_weeks": 1}})", Kind::dry_depot, "a",
       1, 1e6},
      {"one replication", "headway", R"({"run": {"replications": 1}})", Kind::one_replication, "headway", 1, 1},
      {"a train every twelve weeks in a window of eight", "headway",
       "{" + kShort + R"(, "services": {"train": {"every_weeks": 12}}})", Kind::window_below_headway, "train", 12, 12},
      {"the way takes nine weeks, the window is eight", "headway",
       R"({"run": {"window_weeks": 8, "cap_weeks": 12}, "links": {"ab": {"running_time_h": 1500}}})",
       Kind::window_below_transit, "a-b", 62, 66},
      {"a train does 1,113 km in two hours", "headway",
       R"({"places": {"b": {"lon": 10}}, "links": {"ab": {"distance_km": 1120, "running_time_h": 2}}})",
       Kind::implausible_speed, "ab", 555, 565},
      {"2,000 km between places 111 km apart", "headway",
       R"({"places": {"b": {"lon": 1}}, "links": {"ab": {"distance_km": 2000, "running_time_h": 40}}})",
       Kind::implausible_distance, "ab", 2000, 2000},
      {"a tariff per TEU given per TEU-km", "headway",
       R"({"places": {"b": {"lon": 10}}, "links": {"ab": {"distance_km": 1120, "running_time_h": 20}},
           "services": {"train": {"tariff_cny_per_teu_km": 5000}}})",
       Kind::implausible_cost, "train", 5000, 5000},
      {"two boxes weighed as one", "headway", R"({"flows": {"lots": {"tonnes_per_teu": 60}}})",
       Kind::implausible_quantity, "lots", 60, 60},
      {"holidays of last year only", "office",
       R"({"calendars": {"office": {"holidays": ["2023-01-02", "2023-05-01"]}}})", Kind::holidays_end, "office", 100,
       120},
      {"a quarter of a year in its high season", "headway",
       R"({"flows": {"lots": {"monthly_profile": [2, 2, 2, 2, 2, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5]}}})",
       Kind::part_of_a_season, "a-b", 0.3, 1},
      {"a closure before the window", "closure",
       R"({"disruptions": {"day-off": {"from": "2024-01-03T00:00", "to": "2024-01-04T00:00"}}})", Kind::idle_disruption,
       "day-off", 1, 60},
      {"a rule that comes after the window", "mm1",
       R"({"rules": {"late": {"format": 1, "id": "late", "title": {"zh": "迟", "en": "late"}, "from": "2030-01-01",
           "rewrites": [{"scale": "a/export/review", "duration_by": 0.5}]}}})",
       Kind::idle_rule, "late", 0, 0},
  };
}

TEST_CASE("every planted fault is caught with its place, value and remedy", "[experiment][guard]") {
  auto const all = planted();
  CHECK(all.size() >= 25);
  for (Planted const& one : all) {
    ScenarioResult const result = run_of(patched_example(one.world, one.patch));
    INFO(one.fault << "\n" << warnings_of(result));
    GuardRail const* const found = find_rail(result, one.kind, one.where);
    CHECK(found != nullptr);
    if (found == nullptr) continue;
    CHECK(found->value >= one.least);
    CHECK(found->value <= one.most);
    CHECK(!found->sentence.zh.empty());
    CHECK(!found->sentence.en.empty());
    CHECK(!found->remedy.zh.empty());
    CHECK(!found->remedy.en.empty());
  }
}

/// Twenty-five worlds in which nothing is wrong.
std::vector<std::pair<std::string, std::string>> clean() {
  std::vector<std::pair<std::string, std::string>> all;
  for (char const* name : {"blocking", "border", "branches", "connection", "fill", "headway", "lock", "md1", "mg1",
                           "mm1", "mmc", "office", "pooled", "regrouping", "split_merge", "two_routes"})
    all.emplace_back(name, "{}");
  for (char const* mean : {"0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.8"})
    all.emplace_back(
        "mm1",
        std::string{
            R"({"places": {"a": {"processes": {"export": {"steps": {"review": {"duration_h": {"exponential": {"mean": )"} +
            mean + "}}}}}}}}}");
  for (char const* capacity : {"70", "100", "200"})
    all.emplace_back("headway", std::string{R"({"services": {"train": {"capacity_teu": )"} + capacity + "}}}");
  return all;
}

TEST_CASE("a flow that asks for nothing, and what only it would use, is left out on purpose", "[experiment][guard]") {
  ScenarioResult const none = run_of(patched_example("headway", R"({"flows": {"lots": {"teu_per_year": 0}}})"));
  for (Kind const kind :
       {Kind::silent_flow, Kind::few_consignments, Kind::service_never_ran, Kind::service_always_empty})
    CHECK(std::none_of(none.guard_rails.begin(), none.guard_rails.end(),
                       [&](auto const& one) { return one.kind == kind; }));
}

TEST_CASE("clean worlds raise at most one warning in all", "[experiment][guard]") {
  std::string alarms;
  int worlds = 0;
  for (auto const& [name, patch] : clean()) {
    std::string const said = warnings_of(run_of(patched_example(name, patch)));
    if (!said.empty()) alarms += name + " " + patch + "\n" + said;
    ++worlds;
  }
  StudyOptions options;
  options.threads = 2;
  options.replications = 2;
  std::string const said =
      warnings_of(run_study(scenarios::read_scenario("scenarios/first-corridors"), options).comparison.base);
  if (!said.empty()) alarms += "first-corridors\n" + said;
  INFO(alarms);
  CHECK(worlds + 1 >= 25);
  CHECK(std::count(alarms.begin(), alarms.end(), '\n') <= 2);  // A warning and the name of its world.
}

TEST_CASE("a deadlock is told with its circle and since when", "[experiment][guard]") {
  ScenarioResult const result = run_of(patched_example("blocking", R"({"places": {"b": {"tracks": 1}}})"));
  GuardRail const* const found = find_rail(result, Kind::deadlock, "b");
  REQUIRE(found != nullptr);
  CHECK_THAT(found->sentence.en,
             Contains("the yard of place B (") && Contains("waits for the tracks of place B (1 of 1"));
  CHECK_THAT(found->sentence.en, Contains("waits for the yard of place B"));
  CHECK_THAT(found->sentence.zh, Contains("死锁"));
}

/// Two trains bring lots of 30 TEU in parts; the yard has room for the first parts of both and for no second one.
constexpr char const* kParts = R"({"places": {"b": {"yard": {"capacity_teu": 45}}},
  "links": {"cb": {"name": {"zh": "C—B", "en": "C to B"}, "from": "c", "to": "b", "mode": "rail", "distance_km": 12, "running_time_h": 10}},
  "services": {"feeder": {"capacity_teu": 20, "departures": ["mon 00:00", "thu 00:00"]}, "onward": {"departures": ["sun 10:00"]},
    "other": {"name": {"zh": "另一支线", "en": "other feeder"}, "kind": "scheduled", "mode": "rail",
      "stops": [{"place": "c", "link": "cb"}, {"place": "b"}], "departures": ["mon 00:00", "thu 00:00"], "capacity_teu": 20, "co2e_g_per_tkm": 25}},
  "flows": {"lots": {"lot_teu": 30, "teu_per_year": 500, "to": "b", "route": [{"service": "feeder", "to": "b"}]},
    "more": {"name": {"zh": "更多", "en": "more"}, "from": "c", "to": "b", "commodity": "general", "regime": "export", "direction": "outbound",
      "teu_per_year": 500, "lot_teu": 30, "tonnes_per_teu": 10, "value_cny_per_teu": 100000, "interest_percent_per_year": 10,
      "arrivals": "regular", "route": [{"service": "other", "to": "b"}]}},
  "corridors": {"a-c": {"to": "b"}}})";

TEST_CASE("a yard full of parts that wait for each other is a deadlock, too", "[experiment][guard]") {
  ScenarioResult const result = run_of(patched_example("blocking", kParts));
  INFO(warnings_of(result));
  GuardRail const* const found = find_rail(result, Kind::deadlock, "b");
  REQUIRE(found != nullptr);
  CHECK_THAT(found->sentence.en, Contains("the yard of place B (40 of 45 TEU) waits for the yard of place B"));
}

/// As often as `waits` has items, a replication of fifty lives that wait so long.
std::vector<Replication> replications_with(scenarios::Scenario const& world, std::vector<std::int64_t> const& waits) {
  std::vector<Replication> all;
  for (std::int64_t const wait : waits) {
    Stream stream;
    for (std::uint32_t lot = 0; lot < 50; ++lot) stream.life(lot, 2, hours_after(world.window_start(), 6 * lot), wait);
    all.push_back({static_cast<std::int64_t>(all.size()), result_of(world, stream, world.horizon() + world.cap), {}});
  }
  return all;
}

TEST_CASE("a replication far from all others is named", "[experiment][guard]") {
  scenarios::Scenario const world = tiny_world();
  auto const runs = replications_with(world, {20, 21, 22, 21, 20, 22, 300, 21});
  ScenarioResult result = merged(runs);
  result.guard_rails = guard_rails(world, result, runs);
  GuardRail const* const found = find_rail(result, Kind::outlying_replication, "a-b");
  REQUIRE(found != nullptr);
  CHECK_THAT(found->sentence.en, Contains("replication 6 "));
  CHECK(found->value > 0.5);
}

TEST_CASE("replications that differ as chance has it are not named", "[experiment][guard]") {
  scenarios::Scenario const world = tiny_world();
  auto const runs = replications_with(world, {20, 35, 26, 41, 22, 30, 50, 27});
  ScenarioResult result = merged(runs);
  result.guard_rails = guard_rails(world, result, runs);
  CHECK(find_rail(result, Kind::outlying_replication, "a-b") == nullptr);
}

TEST_CASE("the warnings of a study are those of its store", "[experiment][guard]") {
  scenarios::Scenario const world = patched_example("headway", R"({"services": {"train": {"capacity_teu": 50}}})");
  ScenarioResult const result = run_of(world);
  Comparison comparison;
  comparison.base = result;
  auto const read = comparison_from(text_of(comparison)).base.guard_rails;
  REQUIRE(read.size() == result.guard_rails.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    CHECK(read[i].kind == result.guard_rails[i].kind);
    CHECK(read[i].sentence.zh == result.guard_rails[i].sentence.zh);
    CHECK(read[i].value == result.guard_rails[i].value);
  }
}

TEST_CASE("warnings do not depend on threads", "[experiment][guard]") {
  scenarios::Scenario const world = patched_example("blocking", R"({"places": {"b": {"tracks": 1}}})");
  std::string said;
  for (int const threads : {1, 2, 4}) {
    StudyOptions options;
    options.threads = threads;
    std::string const now = warnings_of(run_study(world, options).comparison.base);
    CHECK((said.empty() || now == said));
    said = now;
  }
}

TEST_CASE("every kind has a name and a remedy of its own", "[experiment][guard]") {
  std::set<std::string> names;
  for (std::size_t i = 0; i < kGuardRailKinds; ++i) names.insert(name_of(static_cast<Kind>(i)));
  CHECK(names.size() == kGuardRailKinds);
}

}  // namespace
}  // namespace shudao::experiment

#include <catch2/catch.hpp>
#include <map>

#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

namespace {

/// Vehicles on the link by 24 h from the start.
std::map<std::int64_t, int> vehicles_by_day(scenarios::Scenario const& scenario, int weeks) {
  std::map<std::int64_t, int> days;
  for (auto const& [time, fact] : run(scenario, {0, 1, false, weeks}).facts) {
    if (static_cast<FactKind>(fact.kind) == FactKind::entered_link) ++days[(time - scenario.start).ms() / 86'400'000];
  }
  return days;
}

scenarios::Scenario trucks(std::string const& running_h) {
  return patched("office", R"({"places": {"a": {"processes": null}}, "links": {"ab": {"running_time_h": )" + running_h +
                               R"(}}, "services": {"truck": {"driving_h": 4.5, "rest_h": 0.75}}})");
}

}  // namespace

TEST_CASE("freight gets the slots that passenger trains leave", "[freight]") {
  // 50 trains an hour ask for 2,400 slots a day, of which passenger trains take 1,500.
  auto const scenario =
      patched("closure", R"({"disruptions": null, "links": {"ab": {"passenger_trains_per_day": 1500}}})");
  auto days = vehicles_by_day(scenario, 2);
  REQUIRE(days.size() == 14);
  days.erase(0);
  for (auto const& [day, vehicles] : days) CHECK(vehicles == 900);
}

TEST_CASE("a priority train takes the next slot before ordinary ones that asked earlier", "[freight]") {
  auto const scenario = patched("closure", R"({"disruptions": null,
      "links": {"ab": {"slots_per_day": 1000}},
      "services": {"express": {"name": {"zh": "快", "en": "express"}, "kind": "on_demand", "mode": "rail", "priority": 0,
          "stops": [{"place": "a", "link": "ab"}, {"place": "b"}], "capacity_teu": 1, "co2e_g_per_tkm": 25}},
      "flows": {"few": {"name": {"zh": "少", "en": "few"}, "from": "a", "to": "b", "commodity": "general",
          "regime": "export", "direction": "outbound", "teu_per_year": 8765.82, "lot_teu": 1, "tonnes_per_teu": 10,
          "value_cny_per_teu": 1, "interest_percent_per_year": 10, "route": [{"service": "express", "to": "b"}]}}})");
  double worst_express = 0;
  double worst_ordinary = 0;
  for (auto const& [name, life] : run(scenario, {0, 1, false, 2}).lives) {
    bool const is_express = scenario.flows[scenarios::FlowId{name.flow}].id == "few";
    double& worst = is_express ? worst_express : worst_ordinary;
    for (LedgerEntry const& entry : life.path) {
      bool const is_slot = entry.component == Component::queueing && entry.charged_to.kind() == Where::Kind::link;
      if (is_slot) worst = std::max(worst, Duration::from_ms(entry.to_ms - entry.from_ms).h());
    }
  }
  CHECK(worst_express < 0.2);  // its own turn at the next slot, 86.4 s, behind other express trains
  CHECK(worst_ordinary > 20);
}

TEST_CASE("a driver rests each time his turn at the wheel is over and there is way left", "[freight]") {
  struct Case {
    char const* running_h;
    double rests;
  };
  for (auto const& [running_h, rests] : {Case{"4.5", 0}, Case{"4.6", 1}, Case{"9", 1}, Case{"20", 4}}) {
    for (auto const& [name, life] : run(trucks(running_h), {0, 1, false, 2}).lives) {
      if (!life.is_delivered) continue;
      REQUIRE(life.hours(Component::moving) == Approx(std::stod(running_h)));
      REQUIRE(life.hours(Component::closed) == 0.75 * rests);
    }
  }
}

TEST_CASE("the wheel is not left at a stop on the way: turns go on from link to link", "[freight]") {
  auto const scenario =
      patched("office", R"({"places": {"a": {"processes": null}, "c": {"name": {"zh": "丙", "en": "C"},
        "lat": 0, "lon": 0.2, "time_zone": "Asia/Shanghai", "kinds": ["road_port"]}},
      "links": {"ab": {"running_time_h": 4}, "bc": {"name": {"zh": "乙丙", "en": "B to C"}, "from": "b", "to": "c",
        "mode": "road", "distance_km": 12, "running_time_h": 4}},
      "services": {"truck": {"driving_h": 4.5, "rest_h": 0.75,
        "stops": [{"place": "a", "link": "ab"}, {"place": "b", "link": "bc"}, {"place": "c"}]}},
      "flows": {"lots": {"to": "c", "route": [{"service": "truck", "to": "c"}]}},
      "corridors": {"a-b": {"to": "c"}}})");
  for (auto const& [name, life] : run(scenario, {0, 1, false, 2}).lives) {
    if (!life.is_delivered) continue;
    REQUIRE(life.hours(Component::moving) == 8.0);
    REQUIRE(life.hours(Component::closed) == 0.75);
  }
}

namespace {

/// Counts what passes without keeping it.
class Limits final : public kernel::Sink {
 public:
  explicit Limits(scenarios::Scenario const& scenario) : start_{scenario.start} {}

  void take(kernel::Observation const& seen) override {
    switch (static_cast<FactKind>(seen.fact.kind)) {
      case FactKind::departed:
        ++departures;
        heaviest = std::max(heaviest, seen.fact.as<Departed>().teu);
        return;
      case FactKind::entered_link:
        return enter((seen.key.time - start_).ms() / 86'400'000);
      case FactKind::yard_level:
        if (seen.fact.as<YardLevel>().is_tracks) fullest = std::max(fullest, seen.fact.as<YardLevel>().level);
        return;
      default:
        return;
    }
  }

  std::int64_t departures = 0;
  std::int64_t busiest_day = 0, full_days = 0;
  std::int32_t heaviest = 0, fullest = 0;

 private:
  void enter(std::int64_t day) {
    if (day != day_) today_ = 0;
    day_ = day;
    busiest_day = std::max(busiest_day, ++today_);
    if (today_ == 2500) ++full_days;
  }

  SimTime start_;
  std::int64_t day_ = -1, today_ = 0;
};

/// 4,160 TEU a day, in lots of 1, 2 and 5 on vehicles of 2, over a line with 3,000 slots of which passenger trains
/// take 500, to a terminal of 16 tracks; slots and tracks are what holds the freight up.
Limits crowded(int weeks) {
  auto const scenario = patched("closure", R"({"disruptions": null,
      "run": {"warm_up_weeks": 0, "window_weeks": 60},
      "places": {"a": {"processes": null}, "b": {"tracks": 16, "handling": {"rail": {"min_per_teu": 5}}}},
      "links": {"ab": {"slots_per_day": 3000, "passenger_trains_per_day": 500}},
      "services": {"block": {"capacity_teu": 2}},
      "flows": {"lots": {"teu_per_year": 1519409, "arrivals": "poisson",
          "lot_teu": {"empirical": {"values": [1, 2, 5], "weights": [1, 1, 1]}}}}})");
  Limits limits{scenario};
  Simulation simulation{build_world(scenario), {scenario.seed, 0}};
  SimTime const end = scenario.start + Duration::from_days(7 * weeks);
  kernel::make_sequential(simulation.model(), limits, {})->run_until(end);
  return limits;
}

void check_limits(Limits const& seen, std::int64_t departures, std::int64_t full_days) {
  CHECK(seen.departures >= departures);
  CHECK(seen.heaviest == 2);
  CHECK(seen.fullest == 16);
  CHECK(seen.busiest_day == 2500);
  CHECK(seen.full_days >= full_days);
}

}  // namespace

TEST_CASE("no train exceeds load, slots or tracks in many thousand departures", "[freight]") {
  check_limits(crowded(4), 60'000, 14);
}

TEST_CASE("no train exceeds load, slots or tracks in a million departures", "[freight][slow]") {
  check_limits(crowded(60), 1'000'000, 300);
}

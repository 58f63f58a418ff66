/// Dated states of links and resources against the fluid theory of closures, which counts lots at whole: within 1 % at
/// λD = 1200. Everything is deterministic.
#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

namespace {

constexpr std::int64_t kHour = 3'600'000;

struct Wait {
  std::int64_t from_ms, to_ms;
};

/// The waits at the officer, or for slots of the link.
std::vector<Wait> waits_in(WorldRun const& run, FactKind kind) {
  std::vector<Wait> waits;
  for (auto const& [time, fact] : run.facts) {
    if (static_cast<FactKind>(fact.kind) != kind) continue;
    if (kind == FactKind::served) {
      waits.push_back({fact.as<Served>().requested_ms, fact.as<Served>().began_ms});
    } else {
      waits.push_back({fact.as<EnteredLink>().requested_ms, time.ms()});
    }
  }
  return waits;
}

struct Backlog {
  double peak = 0;
  double recovery_h = 0;  ///< From the end of the disruption to the last beginning after a wait.
  double delay_h = 0;     ///< Sum of all waits.
};

/// A wait counts if it is longer than the time between two slots: what is shorter is no backlog.
Backlog backlog_of(std::vector<Wait> const& waits, SimTime end) {
  Backlog backlog;
  std::int64_t last = end.ms();
  for (Wait const& wait : waits) {
    backlog.delay_h += static_cast<double>(wait.to_ms - wait.from_ms) / kHour;
    if (wait.from_ms < end.ms() && wait.to_ms >= end.ms()) ++backlog.peak;
    if (wait.to_ms - wait.from_ms > 36'000) last = std::max(last, wait.to_ms);
  }
  backlog.recovery_h = static_cast<double>(last - end.ms()) / kHour;
  return backlog;
}

std::string const kDay = R"("from": "2024-01-10T00:00", "to": "2024-01-11T00:00")";

scenarios::Scenario disrupted(std::string const& what, std::string const& other = "") {
  return patched("closure", R"({"disruptions": {"day-off": null, "one": {"name": {"zh": "一", "en": "one"}, )" + what +
                                "}}" + other + "}");
}

void check_day_of(Backlog const& seen, double peak, double recovery_h, double delay_h) {
  CHECK(seen.peak == Approx(peak).epsilon(0.01));
  CHECK(seen.recovery_h == Approx(recovery_h).epsilon(0.01));
  CHECK(seen.delay_h == Approx(delay_h).epsilon(0.01));
}

/// 16:00 UTC is midnight where the run is.
SimTime end_of_day() { return TimeZone{"Asia/Shanghai"}.to_utc(local_day(2024, 1, 11), Duration{}); }

}  // namespace

TEST_CASE("a closed resource leaves the backlog, recovery and delay of theory", "[freight][theory]") {
  auto const seen = backlog_of(waits_in(run(example("closure")), FactKind::served), end_of_day());
  check_day_of(seen, 50 * 24, 24, 50.0 * 100 * 24 * 24 / (2 * 50));
}

TEST_CASE("a closed link leaves the backlog, recovery and delay of theory", "[freight][theory]") {
  auto const scenario = disrupted(R"("link": "ab", )" + kDay);
  auto const seen = backlog_of(waits_in(run(scenario), FactKind::entered_link), end_of_day());
  check_day_of(seen, 50 * 24, 24, 50.0 * 100 * 24 * 24 / (2 * 50));
}

TEST_CASE("a link with a quarter of its slots lets a quarter through", "[freight][theory]") {
  // 25 an hour pass instead of 100: 25 an hour are held, and worked off at 50 an hour.
  auto const scenario = disrupted(R"("link": "ab", "capacity_by": 0.25, )" + kDay);
  auto const seen = backlog_of(waits_in(run(scenario), FactKind::entered_link), end_of_day());
  check_day_of(seen, 25 * 24, 12, 25.0 * 24 * 24 / 2 + 600.0 * 12 / 2);
}

TEST_CASE("a resource with one server left of four works at a quarter", "[freight][theory]") {
  auto const scenario = disrupted(R"("resource": "a/officer", "capacity_by": 0.25, )" + kDay,
                                  R"(, "places": {"a": {"resources": {"officer": {"servers": 4}},
          "processes": {"export": {"steps": {"declare": {"duration_h": 0.04}}}}}}, "links": {"ab": {"slots_per_day": null}})");
  auto const seen = backlog_of(waits_in(run(scenario), FactKind::served), end_of_day());
  check_day_of(seen, 25 * 24, 12, 25.0 * 24 * 24 / 2 + 600.0 * 12 / 2);
}

TEST_CASE("waits are disrupted while the disruption lasts and queueing while the backlog is worked off", "[freight]") {
  for (char const* what : {R"("resource": "a/officer", )", R"("link": "ab", )"}) {
    auto const result = run(disrupted(what + kDay));
    double disrupted_h = 0;
    double queueing_h = 0;
    for (auto const& [name, life] : result.lives) {
      disrupted_h += life.hours(Component::disrupted);
      queueing_h += life.hours(Component::queueing);
      for (LedgerEntry const& entry : life.path) {
        if (entry.component == Component::disrupted) REQUIRE(entry.to_ms <= end_of_day().ms());
      }
    }
    CHECK(disrupted_h == Approx(50.0 * 24 * 24 / 2).epsilon(0.01));
    CHECK(queueing_h == Approx(1200.0 * 24 / 2).epsilon(0.01));
  }
}

TEST_CASE("who sets out while the link is slow takes longer", "[freight]") {
  auto const scenario = disrupted(R"("link": "ab", "speed_by": 0.5, )" + kDay);
  std::int64_t const end = end_of_day().ms();
  int slow = 0;
  for (auto const& [name, life] : run(scenario, {0, 1, false, 3}).lives) {
    CHECK(life.hours(Component::queueing) + life.hours(Component::disrupted) == 0);
    for (LedgerEntry const& entry : life.path) {
      if (entry.component != Component::moving || !life.is_delivered) continue;
      bool const is_slow = entry.from_ms >= end - 24 * kHour && entry.from_ms < end;
      REQUIRE(entry.to_ms - entry.from_ms == (is_slow ? 20 : 10) * kHour);
      slow += is_slow ? 1 : 0;
    }
  }
  CHECK(slow == 1200);
}

TEST_CASE("a disruption of no length, or after the end, changes no byte", "[freight][digest]") {
  Fingerprint const base = run(patched("closure", R"({"disruptions": {"day-off": null}})")).digest;
  for (char const* what : {R"("resource": "a/officer", )", R"("link": "ab", )"}) {
    std::string const when = what;
    CHECK(run(disrupted(when + R"("from": "2024-01-10T00:00", "to": "2024-01-10T00:00")")).digest == base);
    CHECK(run(disrupted(when + R"("from": "2025-01-10T00:00", "to": "2025-01-11T00:00")")).digest == base);
  }
  CHECK_FALSE(run(example("closure")).digest == base);
}

TEST_CASE("of two disruptions at once the worse counts", "[freight]") {
  auto const scenario =
      disrupted(R"("link": "ab", "capacity_by": 0.5, "from": "2024-01-09T00:00", "to": "2024-01-12T00:00"},
      "two": {"name": {"zh": "二", "en": "two"}, "link": "ab", "speed_by": 0.5, )" +
                kDay);
  auto const& states = scenario.links[scenarios::LinkId{0}].disrupted;
  REQUIRE(states.size() == 3);
  for (auto const& state : states) CHECK(state.capacity_by == 0.5);
  CHECK(states[0].speed_by == 1);
  CHECK(states[1].speed_by == 0.5);
}

TEST_CASE("who finds the link closed when the run ends has waited disrupted", "[freight]") {
  auto const scenario = disrupted(R"("link": "ab", "from": "2024-01-10T00:00", "to": "2025-01-11T00:00")");
  double disrupted_h = 0;
  for (auto const& [name, life] : run(scenario, {0, 1, false, 2}).lives) {
    CHECK(life.hours(Component::queueing) == 0);
    disrupted_h += life.hours(Component::disrupted);
  }
  CHECK(disrupted_h == Approx(50.0 * 120 * 120 / 2).epsilon(0.01));
}

TEST_CASE("closures and outages of a resource that overlap are one", "[freight]") {
  auto const scenario = disrupted(R"("resource": "a/officer", )" + kDay, R"(, "places": {"a": {"resources": {"officer":
      {"outages": [{"from": "2024-01-09T12:00", "to": "2024-01-10T06:00"}, {"from": "2024-01-12T00:00", "to": "2024-01-13T00:00"}]}}}})");
  auto const& outages = scenario.resources[scenarios::ResourceId{0}].outages;
  REQUIRE(outages.size() == 2);
  CHECK(outages[0].to - outages[0].from == Duration::from_h(36));
  CHECK(outages[1].from > outages[0].to);
}

TEST_CASE("of the servers a whole number is left, and one at least unless all are gone", "[freight]") {
  auto const left_of = [](std::string const& servers, std::string const& share) {
    return disrupted(R"("resource": "a/officer", "capacity_by": )" + share + ", " + kDay,
                     R"(, "places": {"a": {"resources": {"officer": {"servers": )" + servers + "}}}}");
  };
  scenarios::ResourceId const officer{0};
  CHECK(left_of("5", "0.5").resources[officer].short_staff.at(0).servers == 3);
  CHECK(left_of("4", "0.1").resources[officer].short_staff.at(0).servers == 1);
  auto const untouched = left_of("1", "0.5");
  CHECK(untouched.resources[officer].short_staff.empty());
  CHECK(untouched.notes.back() == "disruptions/one: leaves all 1 servers of a/officer at work");
}

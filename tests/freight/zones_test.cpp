/// Places in all time zones of the corridors, over a year with every change of clocks: nothing arrives before it left.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>

#include "scenarios/read.h"
#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

namespace {

using Chain = std::vector<char const*>;

Chain const kLand{"Asia/Shanghai", "Asia/Almaty",   "Asia/Tashkent", "Europe/Moscow",
                  "Europe/Minsk",  "Europe/Warsaw", "Europe/Berlin"};
Chain const kSea{"Asia/Shanghai", "Asia/Ho_Chi_Minh", "Asia/Singapore"};

constexpr char const* kName = R"("name": {"zh": "某", "en": "some"})";

/// Runs take 7.5 h from each place to the next, daily at 02:30 local: the hour that changes of clocks skip or repeat.
class Worlds {
 public:
  std::string document(Chain const& chain, char const* mode) {
    for (std::size_t i = 0; i < chain.size(); ++i) {
      add(places_, R"("p{}": {{{}, "lat": 0, "lon": {}, "time_zone": "{}", "kinds": ["market"]}})", i, kName, i,
          chain[i]);
    }
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      add_run(i, i + 1, mode);
      add_run(i + 1, i, mode);
    }
    add_flow(0, chain.size() - 1);
    add_flow(chain.size() - 1, 0);
    return fmt::format(
        R"({{"format": 1, "id": "zones", "title": {{"zh": "时区", "en": "zones"}}, "run": {{"start": "2024-01-01",
        "time_zone": "Asia/Shanghai", "warm_up_weeks": 0, "window_weeks": 52, "cap_weeks": 2, "seed": 3, "replications": 1}},
        "places": {{{}}}, "links": {{{}}}, "services": {{{}}}, "flows": {{{}}}}})",
        places_, links_, services_, flows_);
  }

 private:
  template<class... Values>
  static void add(std::string& list, char const* text, Values const&... values) {
    list += (list.empty() ? "" : ", ") + fmt::format(fmt::runtime(text), values...);
  }
  void add_run(std::size_t from, std::size_t to, char const* mode) {
    add(links_, R"("l{0}-{1}": {{{2}, "from": "p{0}", "to": "p{1}", "mode": "{3}", "distance_km": 500,
        "running_time_h": 7.5}})",
        from, to, kName, mode);
    add(services_, R"("s{0}-{1}": {{{2}, "kind": "scheduled", "mode": "{3}", "capacity_teu": 50, "co2e_g_per_tkm": 1,
        "stops": [{{"place": "p{0}", "link": "l{0}-{1}"}}, {{"place": "p{1}"}}], "departures": ["mon 02:30", "tue 02:30",
        "wed 02:30", "thu 02:30", "fri 02:30", "sat 02:30", "sun 02:30"]}})",
        from, to, kName, mode);
  }
  void add_flow(std::size_t from, std::size_t to) {
    std::string route;
    for (std::size_t at = from; at != to;) {
      std::size_t const next = from < to ? at + 1 : at - 1;
      add(route, R"({{"service": "s{0}-{1}", "to": "p{1}"}})", at, next);
      at = next;
    }
    add(flows_, R"("f{0}": {{{2}, "from": "p{0}", "to": "p{1}", "commodity": "tea", "regime": "export",
        "direction": "outbound", "teu_per_year": 4000, "lot_teu": 1, "tonnes_per_teu": 10, "value_cny_per_teu": 1,
        "interest_percent_per_year": 1, "route": [{3}]}})",
        from, to, kName, route);
  }

  std::string places_, links_, services_, flows_;
};

/// When each run of each service was to leave, by its local day.
std::map<std::uint32_t, std::map<LocalDay, SimTime>> departures(scenarios::Scenario const& scenario,
                                                                WorldRun const& run) {
  std::map<std::uint32_t, std::map<LocalDay, SimTime>> all;
  for (auto const& [time, fact] : run.facts) {
    if (static_cast<FactKind>(fact.kind) != FactKind::departed) continue;
    auto const departed = fact.as<Departed>();
    SimTime const scheduled = SimTime::from_ms(departed.scheduled_ms);
    REQUIRE(time == scheduled);
    TimeZone const& zone = scenario.places[scenarios::PlaceId{departed.place}].zone;
    REQUIRE(all[departed.service].emplace(zone.day_at(scheduled), scheduled).second);
  }
  return all;
}

}  // namespace

TEST_CASE("nothing arrives before it left, in any zone of the corridors and over any change of clocks", "[freight]") {
  for (auto const& [chain, mode] : {std::pair{kLand, "rail"}, std::pair{kSea, "sea"}}) {
    auto const scenario = scenarios::read_document(Worlds{}.document(chain, mode), "zones");
    int moves = 0;
    for (auto const& [name, life] : run(scenario).lives) {
      std::int64_t until = life.end.ready_ms;
      for (LedgerEntry const& entry : life.path) {
        REQUIRE(entry.from_ms == until);
        REQUIRE(entry.to_ms > entry.from_ms);
        until = entry.to_ms;
        if (entry.component != Component::moving || !life.is_delivered) continue;
        REQUIRE(entry.to_ms - entry.from_ms == Duration::from_h(7.5).ms());
        ++moves;
      }
    }
    CHECK(moves > 7000 * static_cast<int>(chain.size() - 1));
  }
}

TEST_CASE("a daily train leaves every local day at its hour, or at the first one after a skipped hour", "[freight]") {
  auto const scenario = scenarios::read_document(Worlds{}.document(kLand, "rail"), "zones");
  int skipped = 0;
  for (auto const& [service, days] : departures(scenario, run(scenario))) {
    scenarios::Stop const& first = scenario.services[scenarios::ServiceId{service}].stops.front();
    TimeZone const& zone = scenario.places[first.place].zone;
    REQUIRE(days.size() >= 363);
    REQUIRE(days.rbegin()->first - days.begin()->first + 1 == static_cast<LocalDay>(days.size()));
    for (auto const& [day, left] : days) {
      std::string const clock = zone.local_text(left).substr(11, 5);
      if (clock != "02:30") {
        CHECK(text(day) == "2024-03-31");
        CHECK(clock == "03:00");
        ++skipped;
      }
    }
  }
  CHECK(skipped == 3);  // both ways from Warsaw, and from Berlin
}

TEST_CASE("a holiday closes an office for exactly its hours", "[freight]") {
  std::string const hourly = R"("flows": {"lots": {"arrivals": "regular"}})";
  std::string const wednesday = R"("calendars": {"office": {"holidays": ["2024-01-17"]}}, )";
  auto const usual = run(patched("office", "{" + hourly + "}"), {0, 1, false, 8});
  auto const holiday = run(patched("office", "{" + wednesday + hourly + "}"), {0, 1, false, 8});
  TimeZone const zone{"Asia/Shanghai"};
  SimTime const from = zone.to_utc(local_day(2024, 1, 16), Duration::from_h(17.5));
  SimTime const to = zone.to_utc(local_day(2024, 1, 18), Duration::from_h(9));
  auto const papers_of = [](Life const& life) { return life.hours(Component::documents); };
  int delayed = 0;
  for (auto const& [name, life] : holiday.lives) {
    Life const& before = usual.lives.at(name);
    if (!life.is_delivered) continue;
    CHECK(papers_of(life) == 0.5);
    for (LedgerEntry const& entry : life.path) {
      bool const is_open = entry.component == Component::documents;
      REQUIRE((!is_open || entry.to_ms <= from.ms() || entry.from_ms >= to.ms()));
    }
    // Only what an officer usually has before him on that day is later; it is half an hour's work and an hour's way.
    if (life.ended_ms == before.ended_ms) continue;
    CHECK(before.ended_ms > from.ms());
    CHECK(before.ended_ms < (to + Duration::from_h(1.5)).ms());
    ++delayed;
  }
  CHECK(delayed >= 24);
}

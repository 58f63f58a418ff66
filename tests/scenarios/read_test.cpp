#include "scenarios/read.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "sim/base/errors.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

Scenario world() { return read_scenario("tests/scenarios/world"); }

template<class Things>
auto const& named(Things const& things, std::string const& id) {
  for (auto const& thing : things) {
    if (thing.id == id) return thing;
  }
  throw std::runtime_error{"there is no " + id};
}

/// A patch on the test world, in a file of its own.
class Patch {
 public:
  explicit Patch(std::string const& members)
      : path_{(std::filesystem::temp_directory_path() / "shudao_patch_test.json").string()} {
    std::string const base = std::filesystem::absolute("tests/scenarios/world/scenario.json").string();
    std::ofstream{path_} << R"({"format": 1, "id": "patched", "title": {"zh": "改", "en": "patched"}, "base": ")"
                         << base << '"' << members << '}';
  }
  ~Patch() { std::filesystem::remove(path_); }
  Patch(Patch const&) = delete;
  Patch& operator=(Patch const&) = delete;
  [[nodiscard]] Scenario read() const { return read_scenario(path_); }
  [[nodiscard]] std::string const& path() const { return path_; }

 private:
  std::string path_;
};

Scenario patched(std::string const& changes) { return Patch{R"(, "patch": )" + changes}.read(); }

}  // namespace

TEST_CASE("the run of a world starts at local midnight and lasts whole weeks", "[scenarios]") {
  auto const s = world();
  CHECK(utc_text(s.start) == "2022-01-02T16:00:00Z");
  CHECK(s.warm_up == Duration::from_days(28));
  CHECK(s.window == Duration::from_days(364));
  CHECK(s.cap == Duration::from_days(140));
  CHECK(s.seed == 7);
  CHECK(s.replications == 3);
}

TEST_CASE("a place has its position, zone, yard, tracks, handling and gate", "[scenarios]") {
  auto const s = world();
  Place const& port = named(s.places, "b-port");
  CHECK(port.name.zh == "乙港");
  CHECK(port.lat == 30.84);
  CHECK(port.zone.name() == "Asia/Shanghai");
  CHECK(port.yard.capacity == Teu::of(1200));
  CHECK(port.yard.free_time == Duration::from_h(72));
  CHECK(port.yard.storage_per_teu_day == money_from_cny(20));
  CHECK(port.tracks == 6);
  CHECK(port.handling.size() == 2);
  CHECK(s.resources[port.handling[0].resource].id == "b-port/crane");
  CHECK(port.handling[1].resource.is_none());
  CHECK(s.resources[port.gate->resource].id == "b-port/lane");
  CHECK(named(s.places, "e-dock").is_planned);
}

TEST_CASE("a resource has servers, working hours and outages in local time", "[scenarios]") {
  auto const s = world();
  Resource const& crane = named(s.resources, "b-port/crane");
  CHECK(crane.servers == 4);
  CHECK(crane.calendar.is_none());
  REQUIRE(crane.outages.size() == 1);
  CHECK(utc_text(crane.outages[0].to) == "2022-03-01T22:30:00Z");
  CHECK(s.calendars[named(s.resources, "b-port/broker").calendar].id == "office");
}

TEST_CASE("a calendar opens and closes in its own zone and rests on holidays", "[scenarios]") {
  auto const s = world();
  Calendar const& office = named(s.calendars, "office").hours;
  TimeZone const zone{"Asia/Shanghai"};
  CHECK(office.is_open(zone.to_utc(local_day(2022, 1, 8), Duration::from_h(10))));
  CHECK_FALSE(office.is_open(zone.to_utc(local_day(2022, 1, 8), Duration::from_h(13))));
  CHECK_FALSE(office.is_open(zone.to_utc(local_day(2022, 2, 1), Duration::from_h(10))));
}

TEST_CASE("a link runs by hours or by speed, never faster than its fastest run", "[scenarios]") {
  auto const s = world();
  Link const& rail = named(s.links, "b-c");
  CHECK(rail.running.is_speed);
  CHECK(rail.running.fastest(rail.distance) == Duration::from_h(70));
  CHECK(rail.gauge_mm == 1435);
  CHECK(rail.slots_per_day == 12.0);
  CHECK(rail.waypoints.size() == 2);
  Link const& road = named(s.links, "a-b");
  CHECK_FALSE(road.running.is_speed);
  CHECK(road.running.fastest(road.distance) == Duration::from_h(1));
  CHECK(road.running.mean_h(road.distance) == 1.5);
}

TEST_CASE("samples of a run are never below the fastest and their mean is the stated one", "[scenarios]") {
  auto const s = world();
  Link const& rail = named(s.links, "b-c");
  constexpr int kDraws = 20'000;
  double sum = 0;
  for (std::uint32_t i = 0; i < kDraws; ++i) {
    RandomStream random{{1, 0}, Purpose::running_time, name_hash("b-c"), i};
    Duration const run = rail.running.sample(rail.distance, random);
    REQUIRE(run >= rail.running.fastest(rail.distance));
    sum += run.h();
  }
  // 3500 km / triangular(30, 40, 50) has a standard deviation below 9.5 h; 4.9 of it / sqrt(n) fails once in 1e6.
  CHECK(sum / kDraws == Approx(rail.running.mean_h(rail.distance)).margin(4.9 * 9.5 / std::sqrt(kDraws)));
}

TEST_CASE("a service has its stops, departures and conditions", "[scenarios]") {
  auto const s = world();
  Service const& train = named(s.services, "train");
  CHECK(train.priority == 0);
  REQUIRE(train.stops.size() == 3);
  CHECK(s.processes[train.stops[1].process].id == "c-border/train-out");
  CHECK(train.stops[1].running->value.mean() == 46);
  CHECK(train.stops[2].onward.is_none());
  REQUIRE(train.departures.size() == 2);
  CHECK(train.departures[0].weekday == 0);
  CHECK(train.departures[1].of_day == Duration::from_h(10));
  CHECK(train.cut_off == Duration::from_h(24));
  CHECK(train.minimum == Teu::of(40));
  CHECK(train.below_minimum == BelowMinimum::cancel);
  CHECK_FALSE(named(s.services, "truck").is_scheduled());
}

TEST_CASE("a flow has weights with mean one, classes whose shares sum to one, and a route over stops", "[scenarios]") {
  auto const s = world();
  Flow const& machines = named(s.flows, "machines");
  CHECK(machines.weekly[0] == Approx(6.0 / 5.0));
  CHECK(machines.firm_classes.size() == 2);
  CHECK(machines.due == Duration::from_h(480));
  CHECK(machines.interest_per_year == Approx(0.1));
  REQUIRE(machines.routes.front().legs.size() == 2);
  CHECK(s.services[machines.routes.front().legs[1].service].id == "train");
  CHECK(machines.routes.front().legs[1].board == 0);
  CHECK(machines.routes.front().legs[1].leave == 2);
  Flow const& wine = named(s.flows, "wine");
  CHECK(wine.firm_classes.at(0).name == "ordinary");
  CHECK(wine.monthly.empty());
  CHECK_FALSE(wine.may_split);
  CHECK(s.corridors[CorridorId{0}].flows == std::vector{FlowId{0}, FlowId{1}});
}

TEST_CASE("a step has its resource, work, tokens and costs", "[scenarios]") {
  auto const s = world();
  Process const& border = named(s.processes, "c-border/export");
  CHECK(border.stage == Stage::aboard);
  Step const& inspect = named(border.steps, "inspect");
  CHECK(inspect.after == std::vector<std::string>{"declare"});
  CHECK(s.resources[inspect.resource].id == "c-border/bay");
  CHECK(inspect.works.at(0).home == "c-border/export/inspect");
  CHECK(inspect.works.at(0).probability == 0.03);
  CHECK(inspect.works.at(0).repeat_probability == 0.1);
  CHECK(s.tokens == std::vector<std::string>{"declared", "inspected"});
  CHECK(inspect.needs.contains(TokenId{0}));
  CHECK(inspect.works[0].skip_if.contains(TokenId{1}));
  CHECK(inspect.works[0].component == Component::inspection);
  CHECK(inspect.works[0].cost == money_from_cny(400));
  CHECK(named(named(s.processes, "b-port/export").steps, "weigh").works[0].is_per_teu);
}

TEST_CASE("every number is listed with its unit, source, grade, bounds and the line it stands in", "[scenarios]") {
  auto const s = world();
  auto const at = [&](std::string const& pointer) {
    for (auto const& p : s.numbers) {
      if (p.pointer == pointer) return p;
    }
    throw std::runtime_error{pointer};
  };
  auto const speed = at("/links/b-c/speed_km_h");
  CHECK(speed.value == Approx(40));
  CHECK(speed.low == 35);
  CHECK(speed.unit == "km_h");
  CHECK(speed.source == "assumption");
  CHECK(speed.grade == 'D');
  CHECK(speed.why == "goods trains of the region");
  CHECK(at("/links/b-c/distance_km").source == "yearbook");
  auto const tracks = at("/places/b-port/tracks");
  CHECK(tracks.source.empty());
  CHECK(tracks.file == "tests/scenarios/world/places.json");
  CHECK(tracks.line == 16);
}

TEST_CASE("the resolved document of a world reads back as the same world", "[scenarios]") {
  for (char const* path : {"tests/scenarios/world", "tests/scenarios/world/home.json"}) {
    auto const s = read_scenario(path);
    auto const again = read_document(s.document, "results.db");
    CHECK(again.document == s.document);
    CHECK(again.fingerprint == s.fingerprint);
    CHECK(again.base_id == s.base_id);
  }
}

TEST_CASE("an empty patch leaves the fingerprint as it is", "[scenarios]") {
  auto const s = patched("{}");
  CHECK(s.fingerprint == world().fingerprint);
  CHECK(s.id == "patched");
  CHECK(s.base_id == "three-borders");
}

TEST_CASE("labels, sources and reasons do not count in the fingerprint", "[scenarios]") {
  CHECK(patched(R"({"places": {"a-town": {"name": {"en": "Another"}, "plans": ["plan-9"]}},
                    "sources": {"atlas": {"title": "Atlas", "year": 1999}},
                    "services": {"train": {"capacity_teu": {"value": 82, "source": "atlas", "grade": "C"}}},
                    "flows": {"wine": {"lot_teu": {"value": 2, "low": 1, "high": 3, "source": "assumption",
                                                   "grade": "D", "why": "a guess"}}}})")
            .fingerprint == world().fingerprint);
}

TEST_CASE("the order of keys and the spreading over files do not count in the fingerprint", "[scenarios]") {
  auto const s = world();
  auto const again = read_document(s.document, "one file, sorted keys");
  CHECK(again.fingerprint == s.fingerprint);
}

TEST_CASE("a changed number, word, step or thing changes the fingerprint", "[scenarios]") {
  auto const before = world().fingerprint;
  char const* change = GENERATE(
      R"({"services": {"train": {"capacity_teu": 83}}})", R"({"services": {"train": {"below_minimum": "run"}}})",
      R"({"places": {"b-port": {"processes": {"export": {"steps": {"pause": {}}}}}}})",
      R"({"places": {"e-dock": null}})",
      R"({"flows": {"machines": {"lot_teu": {"empirical": {"values": [1, 2, 5]}}}}})", R"({"run": {"seed": 8}})");
  CHECK(patched(change).fingerprint != before);
}

TEST_CASE("a patch that changes nothing somewhere is noted there", "[scenarios]") {
  auto const notes = patched(R"({"services": {"train": {"capacity_teu": 82, "plan": null}}})").notes;
  CHECK(notes == std::vector<std::string>{"the patch changes nothing at /services/train/capacity_teu",
                                          "the patch removes /services/train/plan, which is not there"});
}

TEST_CASE("a patch may patch a patch, and keeps its rules", "[scenarios]") {
  Patch const first{R"(, "patch": {"run": {"seed": 9}}, "rules": [")" +
                    std::filesystem::absolute("tests/scenarios/world/rules/home.json").string() + R"("])"};
  std::string const second = first.path() + ".second.json";
  std::ofstream{second} << R"({"format": 1, "id": "second", "title": {"zh": "再改", "en": "again"}, "base": ")"
                        << first.path() << R"(", "patch": {"run": {"replications": 5}}})";
  auto const s = read_scenario(second);
  std::filesystem::remove(second);
  CHECK(s.seed == 9);
  CHECK(s.replications == 5);
  CHECK(s.rules.size() == 1);
  CHECK(s.base_id == "patched");
}

TEST_CASE("a planned place takes part once a patch opens it", "[scenarios]") {
  auto const s = patched(R"({"places": {"e-dock": {"status": "existing"}},
    "links": {"c-e": {"name": {"zh": "丙戊", "en": "C-E"}, "from": "c-border", "to": "e-dock", "mode": "rail",
                      "distance_km": 10, "speed_km_h": 20}},
    "services": {"shuttle": {"name": {"zh": "摆渡", "en": "shuttle"}, "kind": "on_demand", "mode": "rail",
                             "stops": [{"place": "c-border", "link": "c-e"}, {"place": "e-dock"}],
                             "capacity_teu": 4, "co2e_g_per_tkm": 20}}})");
  CHECK(s.services.size() == 3);
}

TEST_CASE("a file that is not there is the system's fault, not the input's", "[scenarios]") {
  CHECK_THROWS_AS(read_scenario("tests/scenarios/nowhere.json"), FileError);
}

TEST_CASE("the worlds that come with the program read without an error", "[scenarios]") {
  CHECK(read_scenario("scenarios/first-corridors").places.size() >= 9);
  CHECK(read_scenario("scenarios/first-corridors/declare-at-home.json").rules.size() == 1);
  for (auto const& entry : std::filesystem::directory_iterator{"scenarios/examples"}) {
    if (entry.path().extension() == ".json") CHECK_NOTHROW(read_scenario(entry.path().string()));
  }
}

/// The law of capacity under disruptions, and that disruptions of nothing change no byte.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "scenarios/read.h"
#include "sim/experiment/study.h"
#include "tiny_world.h"

namespace shudao::experiment {
namespace {

using Catch::Matchers::Equals;
using freight::FactKind;
using Json = nlohmann::json;

SimTime const kDay = tiny_world().window_start();
Interval const kFirstDay{kDay, hours_after(kDay, 24)};

std::vector<std::string> breaches(scenarios::Scenario const& world, Stream const& stream) {
  return result_of(world, stream, world.horizon()).laws.capacity.breaches;
}

Stream entries_at(std::vector<int> const& hours) {
  Stream stream;
  for (int hour : hours) {
    stream.tell(hours_after(kDay, hour), FactKind::entered_link, freight::EnteredLink{0, 0, 1, kDay.ms()});
  }
  return stream;
}

/// Work at the officers, from one hour to another.
Stream work(std::vector<std::pair<int, int>> const& spans) {
  Stream stream;
  for (auto const& [from, to] : spans) {
    SimTime const began = hours_after(kDay, from);
    SimTime const ended = hours_after(kDay, to);
    stream.tell(ended, FactKind::served, freight::Served{0, began.ms(), began.ms(), ended.ms(), (ended - began).ms()});
  }
  return stream;
}

/// Two officers, one of them missing on the first day of the window.
scenarios::Scenario short_of_staff() {
  scenarios::Scenario world = tiny_world();
  world.resources[scenarios::ResourceId{0}].servers = 2;
  world.resources[scenarios::ResourceId{0}].short_staff = {{kFirstDay, 1}};
  return world;
}

TEST_CASE("a vehicle on a closed link breaks capacity", "[experiment]") {
  scenarios::Scenario world = tiny_world();
  world.links[scenarios::LinkId{0}].disrupted = {{{kDay, hours_after(kDay, 12)}, 0, 1}};
  CHECK(breaches(world, entries_at({12})).empty());
  CHECK(breaches(world, entries_at({11})) ==
        std::vector<std::string>{"link line: let a vehicle in at 2022-01-10T11:00:00Z, but it was closed"});
}

TEST_CASE("slots that a disruption takes away are not offered", "[experiment]") {
  scenarios::Scenario world = tiny_world();
  CHECK(breaches(world, entries_at({0, 12})).empty());
  world.links[scenarios::LinkId{0}].disrupted = {{kFirstDay, 0.5, 1}};
  CHECK(breaches(world, entries_at({0, 24})).empty());
  CHECK(breaches(world, entries_at({0, 12})) ==
        std::vector<std::string>{
            "link line: 2 vehicles in the 24 h from 2022-01-10T00:00:00Z, but there are 1 slots a day"});
}

TEST_CASE("slots of passenger trains are not offered to freight", "[experiment]") {
  scenarios::Scenario world = tiny_world();
  world.links[scenarios::LinkId{0}].passenger_trains_per_day = 1;
  CHECK(breaches(world, entries_at({0, 12})).size() == 1);
}

TEST_CASE("servers that are missing begin no work, but finish what they have begun", "[experiment]") {
  CHECK(breaches(short_of_staff(), work({{-1, 3}, {-2, 4}, {4, 6}})).empty());
  CHECK(breaches(short_of_staff(), work({{-1, 3}, {2, 4}})) ==
        std::vector<std::string>{
            "resource a/officer: 2 at work at once at 2022-01-10T02:00:00Z, but there were 1 servers"});
}

TEST_CASE("hours of servers that are missing are not open", "[experiment]") {
  // 14 days of two officers, less one day of one: 27 days; 27 and an hour are too many.
  auto const spans = [](int last) { return work({{0, 24 * 14}, {24, 24 * 14 - 1}, {24 * 14 - 1, last}}); };
  CHECK(breaches(short_of_staff(), spans(24 * 14)).empty());
  scenarios::Scenario shorter = short_of_staff();
  shorter.resources[scenarios::ResourceId{0}].short_staff = {{{kDay, hours_after(kDay, 23)}, 1}};
  shorter.resources[scenarios::ResourceId{0}].outages = {{hours_after(kDay, 30), hours_after(kDay, 32)}};
  CHECK_THAT(
      breaches(shorter, spans(24 * 14)).front(),
      Equals("resource a/officer: worked 2332800000 ms in the window, but was open for 2322000000 ms of its servers"));
}

TEST_CASE("what several parties do together is work of one server", "[experiment]") {
  scenarios::Scenario world = tiny_world();
  world.resources[scenarios::ResourceId{0}].batch_size = 3;
  auto const together = [](int parties) {
    Stream stream;
    SimTime const ended = hours_after(kDay, 24 * 14);
    for (int i = 0; i < parties; ++i) {
      std::int64_t const work_ms = i == 0 ? (ended - kDay).ms() : 0;
      stream.tell(ended, FactKind::served, freight::Served{0, kDay.ms(), kDay.ms(), ended.ms(), work_ms});
    }
    return stream;
  };
  CHECK(breaches(world, together(3)).empty());
  CHECK(breaches(world, together(4)).size() == 1);
}

Json document_of(std::string const& path) { return Json::parse(scenarios::read_scenario(path).document); }

ScenarioResult result_of_study(Json const& document) {
  StudyOptions options;
  options.replications = 1;
  options.threads = 2;
  return run_study(scenarios::read_document(document.dump(), "edited"), options).comparison.base;
}

Json disruption(char const* what, std::string const& id, char const* from, char const* to) {
  return {{"name", {{"zh", "中断"}, {"en", "disruption"}}}, {what, id}, {"from", from}, {"to", to}};
}

TEST_CASE("closures of no length and past the end leave both digests of the corridors as they are",
          "[experiment][digest]") {
  Json world = document_of("scenarios/first-corridors");
  world["run"].update({{"warm_up_weeks", 2}, {"window_weeks", 3}, {"cap_weeks", 8}});
  ScenarioResult const base = result_of_study(world);
  Json edited = world;
  for (auto const& [id, link] : world["links"].items()) {
    edited["disruptions"]["none-" + id] = disruption("link", id, "2022-01-20T00:00", "2022-01-20T00:00");
    edited["disruptions"]["late-" + id] = disruption("link", id, "2030-01-20T00:00", "2030-02-20T00:00");
  }
  for (auto const& [id, place] : world["places"].items()) {
    if (!place.contains("resources")) continue;
    for (auto const& [local, resource] : place["resources"].items()) {
      std::string const name = id + "/" + local;
      edited["disruptions"]["none-" + id + local] =
          disruption("resource", name, "2022-01-20T00:00", "2022-01-20T00:00");
      edited["disruptions"]["late-" + id + local] =
          disruption("resource", name, "2030-01-20T00:00", "2030-02-20T00:00");
    }
  }
  REQUIRE(edited["disruptions"].size() > 40);
  ScenarioResult const same = result_of_study(edited);
  CHECK(same.run_digest == base.run_digest);
  CHECK(same.ledger_digest == base.ledger_digest);
}

TEST_CASE("worlds with all kinds of disruptions keep all laws", "[experiment]") {
  Json world = document_of("scenarios/examples/closure.json");
  world["places"]["a"]["resources"]["officer"]["servers"] = 4;
  world["places"]["a"]["processes"]["export"]["steps"]["declare"]["duration_h"] = 0.04;
  world["disruptions"] = {{"closed", disruption("link", "ab", "2024-01-12T07:00", "2024-01-12T19:00")},
                          {"fewer", disruption("resource", "a/officer", "2024-01-10T00:00", "2024-01-11T00:00")},
                          {"part", disruption("link", "ab", "2024-01-14T00:00", "2024-01-15T12:00")},
                          {"slow", disruption("link", "ab", "2024-01-15T00:00", "2024-01-16T00:00")},
                          {"shut", disruption("resource", "a/officer", "2024-01-10T20:00", "2024-01-11T02:00")}};
  world["disruptions"]["fewer"]["capacity_by"] = 0.3;
  world["disruptions"]["part"]["capacity_by"] = 0.4;
  world["disruptions"]["slow"]["speed_by"] = 0.6;
  ScenarioResult const result = result_of_study(world);
  for (Law const* law : {&result.laws.conservation, &result.laws.ledger, &result.laws.little, &result.laws.capacity}) {
    CHECK(law->breaches == std::vector<std::string>{});
  }
}

}  // namespace
}  // namespace shudao::experiment

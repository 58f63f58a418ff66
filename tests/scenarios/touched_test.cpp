#include "scenarios/touched.h"

#include <catch2/catch.hpp>

#include "scenarios/adjust.h"
#include "scenarios/read.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

Scenario const& borders() {
  static Scenario const kWorld = read_scenario("tests/scenarios/world/scenario.json");
  return kWorld;
}

/// Who is touched by the patch, of the flows machines (firm classes aeo and ordinary) and wine.
std::string touched_by(std::string const& patch, Scenario const& base = borders()) {
  Touched const touched{base, patched(base, patch)};
  std::string all;
  for (std::size_t i = 0; i < base.flows.size(); ++i) {
    auto const& flow = base.flows[FlowId{i}];
    for (std::size_t c = 0; c < flow.firm_classes.size(); ++c)
      if (touched.is_touched(FlowId{i}, c)) all += flow.id + "/" + flow.firm_classes[c].name + " ";
  }
  return all;
}

constexpr char kAll[] = "machines/aeo machines/ordinary wine/ordinary ";
constexpr char kMachines[] = "machines/aeo machines/ordinary ";
constexpr char kWine[] = "wine/ordinary ";
constexpr char kNobody[] = "";

}  // namespace

TEST_CASE("an empty patch touches nobody, nor does another name, source or seed", "[scenarios]") {
  CHECK(touched_by("{}") == kNobody);
  CHECK(touched_by(R"({"links": {"a-b": {"name": {"en": "the road"}}}})") == kNobody);
  CHECK(touched_by(R"({"links": {"b-c": {"distance_km": {"source": "yearbook", "grade": "B"}}}})") == kNobody);
  CHECK(touched_by(R"({"run": {"seed": 8}})") == kNobody);
}

TEST_CASE("a change of a flow touches its consignments alone", "[scenarios]") {
  CHECK(touched_by(R"({"flows": {"wine": {"may_split": true}}})") == kWine);
}

TEST_CASE("a service or a link touches those who ride on it", "[scenarios]") {
  CHECK(touched_by(R"({"services": {"truck": {"tariff_cny_per_teu": 1}}})") == kMachines);
  CHECK(touched_by(R"({"services": {"train": {"cut_off_h": 2}}})") == kAll);
  CHECK(touched_by(R"({"links": {"a-b": {"running_time_h": 1}}})") == kMachines);
}

TEST_CASE("a process touches those who go through it, and their vehicles' those who are aboard", "[scenarios]") {
  CHECK(
      touched_by(R"({"places": {"c-border": {"processes": {"export": {"steps": {"inspect": {"duration_h": 1}}}}}}})") ==
      kMachines);
  CHECK(touched_by(
            R"({"places": {"c-border": {"processes": {"train-out": {"steps": {"papers": {"duration_h": 2}}}}}}})") ==
        kAll);
}

TEST_CASE("a resource touches those whom it serves", "[scenarios]") {
  auto const servers = [](std::string const& place, std::string const& resource) {
    return touched_by(R"({"places": {")" + place + R"(": {"resources": {")" + resource + R"(": {"servers": 9}}}}})");
  };
  CHECK(servers("c-border", "bay") == kMachines);
  CHECK(servers("c-border", "officer") == kAll);
  CHECK(servers("b-port", "lane") == kMachines);
  CHECK(servers("b-port", "crane") == kAll);
  CHECK(servers("b-port", "broker") == kNobody);
}

TEST_CASE("handling and gate touch those of their mode, yard and tracks all who stop there", "[scenarios]") {
  CHECK(touched_by(R"({"places": {"b-port": {"handling": {"road": {"min_per_teu": 3}}}}})") == kMachines);
  CHECK(touched_by(R"({"places": {"b-port": {"handling": {"rail": {"min_per_teu": 4}}}}})") == kAll);
  CHECK(touched_by(R"({"places": {"b-port": {"gate": null}}})") == kMachines);
  CHECK(touched_by(R"({"places": {"b-port": {"tracks": 2}}})") == kAll);
  CHECK(touched_by(R"({"places": {"a-town": {"tracks": 2}}})") == kMachines);
  CHECK(touched_by(R"({"places": {"e-dock": {"tracks": 2}}})") == kNobody);
}

TEST_CASE("a calendar touches those whose steps and servers keep it", "[scenarios]") {
  CHECK(touched_by(R"({"calendars": {"office": {"holidays": []}}})") == kMachines);
}

TEST_CASE("a disruption touches those who pass what it closes", "[scenarios]") {
  auto const closed = [](std::string const& what) {
    return touched_by(R"({"disruptions": {"flood": {"name": {"zh": "水", "en": "flood"}, "from": "2022-06-01T00:00",
        "to": "2022-06-02T00:00", )" +
                      what + "}}}");
  };
  CHECK(closed(R"("link": "a-b")") == kMachines);
  CHECK(closed(R"("link": "b-c")") == kAll);
  CHECK(closed(R"("resource": "c-border/bay")") == kMachines);
  CHECK(closed(R"("resource": "b-port/broker")") == kNobody);
}

TEST_CASE("a rule touches the parties that it is meant for and that go through what it changes", "[scenarios]") {
  auto const rule = [](std::string const& when, std::string const& rewrites) {
    return R"({"rules": {"fast": {"format": 1, "id": "fast", "title": {"zh": "快", "en": "fast"}, )" + when +
           R"("rewrites": [)" + rewrites + "]}}}";
  };
  std::string const inspect = R"({"scale": "c-border/export/inspect", "duration_by": 0.5})";
  CHECK(touched_by(rule("", inspect)) == kMachines);
  CHECK(touched_by(rule(R"("when": {"firm_classes": ["aeo"]}, )", inspect)) == "machines/aeo ");
  CHECK(touched_by(rule("", R"({"set_resource": "c-border/officer", "servers": 2})")) == kAll);
  CHECK(touched_by(rule("", R"({"scale": "c-border/train-out/papers", "duration_by": 0.5})")) == kAll);
}

TEST_CASE("a resource that only a rule gives to a step serves those of the step", "[scenarios]") {
  auto const base =
      patched(borders(), R"({"rules": {"lend": {"format": 1, "id": "lend", "title": {"zh": "借", "en": "lend"},
      "rewrites": [{"set": "c-border/export/inspect", "resource": "b-port/broker"}]}}})");
  CHECK(touched_by(R"({"places": {"b-port": {"resources": {"broker": {"servers": 9}}}}})", base) == kMachines);
}

TEST_CASE("another route touches, though every service stays as it is", "[scenarios]") {
  auto const base =
      patched(borders(), R"({"services": {"van": {"name": {"zh": "货车", "en": "van"}, "kind": "on_demand",
      "mode": "road", "stops": [{"place": "a-town", "link": "a-b"}, {"place": "b-port"}], "capacity_teu": 2,
      "tariff_cny_per_teu": 900, "co2e_g_per_tkm": 70}}})");
  CHECK(touched_by(R"({"flows": {"machines": {"route": [{"service": "van", "to": "b-port"},
      {"service": "train", "to": "d-city"}]}}})",
                   base) == kMachines);
  CHECK(touched_by(R"({"services": {"van": {"capacity_teu": 4}}})", base) == kNobody);
}

TEST_CASE("a new flow, depot or corridor touches nobody who was there before", "[scenarios]") {
  CHECK(touched_by(R"({"corridors": {"a-d": {"name": {"zh": "甲丁", "en": "A-D"}, "from": "a-town", "to": "d-city",
      "flows": ["machines"]}}})") == kNobody);
  CHECK(touched_by(R"({"boxes": {"box": {"name": {"zh": "箱", "en": "box"}, "tonnes_per_teu": 2}}})") == kNobody);
}

#include "scenarios/pedigrees.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "scenarios/adjust.h"
#include "scenarios/read.h"
#include "sim/base/errors.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

Scenario world() { return read_scenario("tests/scenarios/world"); }

Pedigree number(Scenario const& scenario, std::string const& pointer) {
  auto const found = numbers_below(scenario, pointer);
  REQUIRE(found.size() == 1);
  return found.front();
}

std::string in_lines(std::vector<std::string> const& faults) {
  std::string all;
  for (auto const& fault : faults) all += fault + "\n";
  return all;
}

}  // namespace

TEST_CASE("every number of the worlds that come with the program can be quoted", "[scenarios]") {
  for (char const* folder :
       {"scenarios/sichuan", "scenarios/first-corridors", "scenarios/first-corridors/declare-at-home.json"}) {
    Scenario const scenario = read_scenario(folder);
    INFO(folder);
    CHECK(in_lines(pedigree_faults(scenario)) == "");
    CHECK(scenario.numbers.size() > 100);
  }
}

TEST_CASE("a number without a pedigree is a fault, and so are its gaps", "[scenarios]") {
  Scenario scenario;
  Pedigree p;
  p.pointer = "/links/line/distance_km";
  p.file = "links.json";
  p.line = 7;
  scenario.numbers = {p};
  CHECK(in_lines(pedigree_faults(scenario)) ==
        "links.json:7: /links/line/distance_km has no unit\n"
        "links.json:7: /links/line/distance_km has no source\n"
        "links.json:7: /links/line/distance_km has no grade\n");
}

TEST_CASE("an assumption without low, high and reason is a fault", "[scenarios]") {
  Scenario scenario;
  Pedigree p;
  p.pointer = "/x";
  p.file = "f";
  p.unit = "h";
  p.source = "assumption";
  p.grade = 'D';
  scenario.numbers = {p};
  CHECK(in_lines(pedigree_faults(scenario)) == "f:0: /x has no low\nf:0: /x has no high\nf:0: /x has no why\n");
}

TEST_CASE("a source that nobody knows, or that has no grade and title, is a fault", "[scenarios]") {
  Scenario scenario;
  Pedigree p;
  p.pointer = "/x";
  p.file = "f";
  p.unit = "h";
  p.source = "hearsay";
  p.grade = 'D';
  scenario.numbers = {p};
  Source source;
  source.id = "yearbook";
  scenario.sources = {source};
  CHECK(in_lines(pedigree_faults(scenario)) ==
        "f:0: /x has no source called hearsay\n/sources/yearbook has no grade\n/sources/yearbook has no title\n");
}

TEST_CASE("settings of the run need no source", "[scenarios]") {
  Scenario scenario;
  Pedigree p;
  p.pointer = "/run/window_weeks";
  scenario.numbers = {p};
  CHECK(pedigree_faults(scenario).empty());
}

TEST_CASE("a number has the grade of its source unless it has its own", "[scenarios]") {
  Scenario scenario;
  Source source;
  source.id = "yearbook";
  source.grade = 'A';
  scenario.sources = {source};
  Pedigree p;
  p.source = "yearbook";
  CHECK(grade_of(scenario, p) == 'A');
  p.grade = 'C';
  CHECK(grade_of(scenario, p) == 'C');
  p.source = "nobody";
  p.grade = ' ';
  CHECK(grade_of(scenario, p) == ' ');
}

TEST_CASE("the numbers below a pointer are those of the thing and not of its namesakes", "[scenarios]") {
  Scenario scenario;
  for (char const* pointer : {"/a/line", "/a/line-2/x", "/a/line/x", "/a/line/y", "/a/line2/x"}) {
    Pedigree p;
    p.pointer = pointer;
    scenario.numbers.push_back(p);
  }
  std::sort(scenario.numbers.begin(), scenario.numbers.end(), [](auto& a, auto& b) { return a.pointer < b.pointer; });
  CHECK(numbers_below(scenario, "/a/line").size() == 1);
  scenario.numbers.erase(scenario.numbers.begin());
  CHECK(numbers_below(scenario, "/a/line").size() == 2);
  CHECK(numbers_below(scenario, "/b").empty());
}

TEST_CASE("every number of the input can be changed to another and back", "[scenarios]") {
  Scenario const base = read_scenario("scenarios/first-corridors/declare-at-home.json");
  int tried = 0;
  for (Pedigree const& p : base.numbers) {
    if (!p.low || !p.high || *p.low >= *p.high) continue;
    if (p.pointer.find("/lot_teu") != std::string::npos) continue;  // whole TEU cannot be scaled
    INFO(p.pointer);
    for (double const value : {*p.low, *p.high}) {
      Scenario const other = varied(base, p, value);
      CHECK(number(other, p.pointer).value == Approx(value).epsilon(1e-9));
    }
    ++tried;
  }
  CHECK(tried > 30);
}

TEST_CASE("lots of whole TEU cannot be scaled, and that is refused", "[scenarios]") {
  Scenario const base = read_scenario("scenarios/first-corridors");
  Pedigree const lots = number(base, "/flows/chengdu-lodz-ordinary/lot_teu");
  CHECK_THROWS_AS(varied(base, lots, *lots.low), InputErrors);
}

TEST_CASE("a distribution keeps its shape when its mean changes", "[scenarios]") {
  Scenario const base = world();
  int tried = 0;
  for (Pedigree const& p : base.numbers) {
    if (p.pointer.find("/links/") != 0 || p.value <= 0) continue;
    Scenario const other = varied(base, p, p.value);
    INFO(p.pointer);
    CHECK(other.fingerprint == base.fingerprint);
    ++tried;
  }
  CHECK(tried > 0);
}

TEST_CASE("a patch that makes the world unsound is refused", "[scenarios]") {
  CHECK_THROWS_AS(patched(world(), R"({"run": {"window_weeks": 0}})"), InputErrors);
}

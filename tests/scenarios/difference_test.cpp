#include "scenarios/difference.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>

#include "scenarios/adjust.h"
#include "scenarios/read.h"
#include "sim/base/errors.h"
#include "sim/base/name_hash.h"
#include "sim/base/random.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

namespace fs = std::filesystem;

fs::path folder() {
  auto const path = fs::temp_directory_path() / "shudao-difference";
  fs::create_directories(path);
  return path;
}

void write(fs::path const& file, std::string const& text) { std::ofstream{file} << text; }

/// The document but for what tells documents apart.
std::string world_of(Scenario const& scenario) {
  auto const nameless = patched(scenario, R"({"id": "x", "base_id": null, "title": {"zh": "x", "en": "x"}})");
  return nameless.document;
}

/// Draws small edits of the world of three borders. Some of them contradict each other or what the world says.
class Editor {
 public:
  explicit Editor(std::uint32_t trial) : draw_{{20220103, 0}, Purpose::guest, name_hash("differences"), trial} {}

  std::string edit() {
    switch (draw_.below(12)) {
      case 0:
        return R"({"flows": {"machines": {"teu_per_year": )" + number(9000) + "}}}";
      case 1:
        return R"({"places": {"c-border": {"processes": {"export": {"steps": {"inspect": {"probability": {"value": 0.0)" +
               number(9) + R"(, "source": "yearbook"}}}}}}}})";
      case 2:
        return R"({"links": {"b-c": {"speed_km_h": null, "running_time_h": {"gamma": {"mean": )" + number(90) +
               R"(, "cv": 0.5}}}}})";
      case 3:
        return R"({"services": {"train": {"departures": ["mon 10:00", "wed 1)" + number(9) + R"(:00"]}}})";
      case 4:
        return R"({"places": {"new-)" + number(3) + R"(": {"name": {"zh": "新", "en": "new"}, "lat": 30, "lon": 10)" +
               number(9) + R"(, "time_zone": "Asia/Shanghai", "kinds": ["market"]}}})";
      case 5:
        return R"({"flows": {"wine": null}, "corridors": {"b-d": {"flows": ["machines"]}}})";
      case 6:
        return R"({"places": {"c-border": {"name": {"en": "Border )" + number(99) + R"("}}}})";
      case 7:
        return R"({"rules": {"fast": {"format": 1, "id": "fast", "title": {"zh": "快", "en": "fast"}, "at": ["c-border"],
                "rewrites": [{"scale": "export/inspect", "duration_by": 0.)" +
               number(9) + "}]}}}";
      case 8:
        return R"({"rules": null})";
      case 9:
        return R"({"places": {"b-port": {"yard": null, "tracks": )" + number(9) + "}}}";
      case 10:
        return R"({"disruptions": {"flood": {"name": {"zh": "水", "en": "flood"}, "link": "b-c",
                "from": "2022-06-01T00:00", "to": "2022-06-0)" +
               std::to_string(2 + draw_.below(7)) + R"(T00:00"}}})";
      default:
        return R"({"run": {"window_weeks": )" + number(52) + "}}";
    }
  }

  std::uint32_t below(std::uint32_t n) { return draw_.below(n); }

 private:
  std::string number(std::uint32_t most) { return std::to_string(1 + draw_.below(most)); }

  RandomStream draw_;
};

Scenario edited(Scenario world, Editor& editor) {
  for (std::uint32_t left = 1 + editor.below(4); left > 0; --left) {
    try {
      world = patched(world, editor.edit());
    } catch (InputErrors const&) {  // contradicts an earlier edit
    }
  }
  return world;
}

/// What the patch between the two, as a file, makes of the first.
Scenario brought_over(Scenario const& a, Scenario const& b) {
  write(folder() / "a.json", a.document);
  write(folder() / "patch.json", patch_file_between(a, b, "a.json"));
  return read_scenario((folder() / "patch.json").string());
}

bool says(std::vector<Difference> const& all, Difference::Kind kind, std::string const& pointer) {
  return std::any_of(all.begin(), all.end(),
                     [&](Difference const& d) { return d.kind == kind && d.pointer() == pointer; });
}

Scenario const& borders() {
  static Scenario const kWorld = read_scenario("tests/scenarios/world/scenario.json");
  return kWorld;
}

}  // namespace

TEST_CASE("the patch between two scenarios applied to the first gives the second", "[scenarios]") {
  int different = 0;
  for (std::uint32_t trial = 0; trial < 120; ++trial) {
    Editor editor{trial};
    auto const a = edited(borders(), editor);
    auto const b = edited(borders(), editor);
    auto const other = brought_over(a, b);
    INFO("trial " << trial);
    REQUIRE(other.fingerprint == b.fingerprint);
    REQUIRE(world_of(other) == world_of(b));
    REQUIRE(differences(other, b).empty());
    different += differences(a, b).empty() ? 0 : 1;
  }
  CHECK(different > 100);
}

TEST_CASE("the patch between a world and each of its patched worlds gives the other, both ways", "[scenarios]") {
  std::vector<std::string> const patches{
      "scenarios/sichuan/declare-at-home.json", "scenarios/sichuan/west/worlds/june-2024.json",
      "scenarios/sichuan/south/worlds/lock-overhaul.json", "scenarios/first-corridors/declare-at-home.json"};
  for (auto const& file : patches) {
    INFO(file);
    bool const is_sichuan = file.starts_with("scenarios/sichuan");
    auto const a = read_scenario(is_sichuan ? "scenarios/sichuan" : "scenarios/first-corridors");
    auto const b = read_scenario(file);
    REQUIRE_FALSE(differences(a, b).empty());
    REQUIRE(brought_over(a, b).fingerprint == b.fingerprint);
    REQUIRE(brought_over(b, a).fingerprint == a.fingerprint);
  }
}

TEST_CASE("a scenario does not differ from itself", "[scenarios]") { CHECK(differences(borders(), borders()).empty()); }

TEST_CASE("what comes, what goes and what changes are told apart", "[scenarios]") {
  auto const b = patched(borders(), R"({"flows": {"wine": null, "machines": {"due_h": 400}},
      "corridors": {"b-d": {"flows": ["machines"]}},
      "disruptions": {"flood": {"name": {"zh": "水", "en": "flood"}, "link": "b-c", "from": "2022-06-01T00:00",
                                "to": "2022-06-02T00:00"}}})");
  auto const all = differences(borders(), b);
  CHECK(all.size() == 4);
  CHECK(says(all, Difference::Kind::removed, "/flows/wine"));
  CHECK(says(all, Difference::Kind::changed, "/flows/machines/due_h"));
  CHECK(says(all, Difference::Kind::changed, "/corridors/b-d/flows"));
  CHECK(says(all, Difference::Kind::added, "/disruptions/flood"));
}

TEST_CASE("another source of the same figure, or another name, is a difference of labels", "[scenarios]") {
  auto const b = patched(borders(), R"({"links": {"c-d": {"distance_km": {"value": 1000, "source": "yearbook"}},
      "a-b": {"name": {"en": "another road"}}}})");
  auto const all = differences(borders(), b);
  REQUIRE(all.size() == 2);
  CHECK((all[0].is_label && all[1].is_label));
  CHECK(b.fingerprint == borders().fingerprint);
}

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "scenarios/read.h"
#include "scenarios/rewrite.h"
#include "sim/base/errors.h"
#include "tests/scenarios/flow_called.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

std::string const kWorld = std::filesystem::absolute("tests/scenarios/world/scenario.json").string();

/// The members of one rule around its rewrites.
std::string rule(std::string const& id, std::string const& members, std::string const& rewrites) {
  return "\"" + id + R"(": {"format": 1, "id": ")" + id + R"(", "title": {"zh": "规则", "en": "rule"}, )" + members +
         (members.empty() ? "" : ", ") + "\"rewrites\": [" + rewrites + "]}";
}

/// The world of three borders with these changes.
Scenario with(std::string const& changes) {
  auto const path = std::filesystem::temp_directory_path() / "shudao-placed-rules.json";
  std::ofstream{path} << R"({"format": 1, "id": "with-rules", "base": ")" << kWorld
                      << R"(", "title": {"zh": "试", "en": "trial"}, "patch": {)" << changes << "}}";
  return read_scenario(path.string());
}

Scenario with_rules(std::string const& rules) { return with("\"rules\": {" + rules + "}"); }

std::string process_text(Scenario const& s, std::string const& id) {
  auto const processes = processes_for(s, flow_called("machines", s), "ordinary", s.start);
  for (auto const& process : processes) {
    if (process.id == id) return text(process);
  }
  return "";
}

bool has_note(Scenario const& s, std::string const& words) {
  return std::any_of(s.notes.begin(), s.notes.end(),
                     [&](auto const& note) { return note.find(words) != std::string::npos; });
}

std::string const kBonded = R"("places": {"b-port": {"kinds": ["inland_port", "bonded_zone"]}})";

}  // namespace

TEST_CASE("a rule without places in its names is put to every process of its places that fits", "[scenarios]") {
  auto const s =
      with_rules(rule("fast", R"("at": ["b-port", "c-border", "d-city"])",
                      R"({"scale": "*/load", "duration_by": 0}, {"scale": "exp*/inspect", "duration_by": 0.5})"));
  CHECK(process_text(s, "c-border/export").find("[c-border/export/inspect 4 x0.5 ") != std::string::npos);
  CHECK(process_text(s, "b-port/export").find("[b-port/export/load 0 x0 ") != std::string::npos);
  CHECK(s.rules.begin()->rewrites.size() == 6);  // four processes in all, two of them called exp…
}

TEST_CASE("a rule for kinds of places takes the places of these kinds", "[scenarios]") {
  auto const s =
      with_rules(rule("fast", R"("at_kinds": ["border_gate"])", R"({"scale": "export/inspect", "duration_by": 0.5})"));
  REQUIRE(s.rules.begin()->rewrites.size() == 1);
  CHECK(std::get<Scale>(s.rules.begin()->rewrites.front().verb).step == StepName{"c-border/export", "inspect"});
}

TEST_CASE("a step that is added at several places is served by each place's own resource", "[scenarios]") {
  auto const s = with_rules(rule("check", R"("at": ["b-port", "c-border"])",
                                 R"({"add": "export/check", "step": {"resource": "broker", "duration_h": 1}})"));
  auto const& at = s.rules.begin()->rewrites;
  REQUIRE(at.size() == 2);
  CHECK(s.resources[std::get<Add>(at[0].verb).step.resource].id == "b-port/broker");
  CHECK(s.resources[std::get<Add>(at[1].verb).step.resource].id == "c-border/broker");
  CHECK(std::get<Add>(at[1].verb).step.works.front().home == "c-border/export/check");
}

TEST_CASE("the star stands for the same text in all names of one rewrite", "[scenarios]") {
  auto const s = with_rules(rule("joint", R"("at_kinds": ["border_gate"])",
                                 R"({"merge": ["ex*/inspect", "ex*/stamp"], "into": "joint", "resource": "officer"})"));
  CHECK(process_text(s, "c-border/export").find("  joint >declare") != std::string::npos);
}

TEST_CASE("steps without places may be moved to one place", "[scenarios]") {
  auto const s = with_rules(
      rule("home", R"("at_kinds": ["border_gate"])",
           R"({"move": ["export/declare"], "to": "b-port/export", "after": ["arrive"], "before": ["load"]})"));
  CHECK(process_text(s, "b-port/export").find("declare >arrive") != std::string::npos);
}

TEST_CASE("the servers of a resource may be set at all places of a rule", "[scenarios]") {
  auto const s = with_rules(
      rule("more", R"("at": ["b-port", "c-border", "d-city"])", R"({"set_resource": "broker", "servers": 9})"));
  CHECK(s.rules.begin()->rewrites.size() == 2);
  CHECK(std::count_if(s.resources.begin(), s.resources.end(), [](Resource const& r) { return r.servers == 9; }) == 2);
}

TEST_CASE("a place without the resource that a rewrite names is left alone, with a note", "[scenarios]") {
  auto const s = with_rules(rule("check", R"("at": ["b-port", "c-border"])",
                                 R"({"add": "export/check", "step": {"resource": "bay", "duration_h": 1}})"));
  CHECK(s.rules.begin()->rewrites.size() == 1);
  CHECK(has_note(s, "rewrite 0 of the rule check does not fit b-port, which has no resource bay"));
}

TEST_CASE("a rule that fits no process is no error but a note that names it", "[scenarios]") {
  auto const s =
      with_rules(rule("fast", R"("at": ["c-border"])", R"({"scale": "export*/inspct", "duration_by": 0.5})"));
  CHECK(has_note(
      s, "rewrite 0 of the rule fast fits nothing in this world: export*/inspct (did you mean export/inspect?)"));
}

TEST_CASE("a step that another rule took away is no longer fitted by a rule without places", "[scenarios]") {
  auto const s =
      with_rules(rule("fast", R"("at": ["c-border"])", R"({"scale": "export*/inspect", "duration_by": 0.5})") + "," +
                 rule("none", R"("priority": -1)", R"({"remove": "c-border/export/inspect"})"));
  CHECK(process_text(s, "c-border/export").find("inspect 4") == std::string::npos);
}

TEST_CASE("a rule for special supervision areas is in force in bonded zones only, and says where it is not",
          "[scenarios]") {
  auto const members = R"("at": ["b-port", "c-border"], "special_area_only": true)";
  auto const verbs = R"({"scale": "export/load", "duration_by": 0.5}, {"scale": "export/stamp", "duration_by": 0.5})";
  auto const s = with(kBonded + ", \"rules\": {" + rule("zone", members, verbs) + "}");
  CHECK(process_text(s, "b-port/export").find("load 0 x0.5") != std::string::npos);
  CHECK(process_text(s, "c-border/export").find("x0.5") == std::string::npos);
  CHECK(has_note(s, "the rule zone is for special supervision areas only: it leaves c-border alone"));
}

TEST_CASE("a rule that concerns nobody, and one that comes after the window, are noted by name", "[scenarios]") {
  auto const verb = R"({"scale": "c-border/export/inspect", "duration_by": 0.5})";
  auto const s = with_rules(rule("horses", R"("when": {"commodities": ["horses"]})", verb) + "," +
                            rule("later", R"("from": "2023-01-30")", verb));
  CHECK(has_note(s, "the rule horses concerns nobody in this world"));
  CHECK(has_note(s, "the rule later comes into force after the window and changes nothing"));
  CHECK(rule_dates(s).empty());
}

TEST_CASE("a rule tells its expected effect, its evidence, who asks for it and its own sources", "[scenarios]") {
  auto const folder = std::filesystem::temp_directory_path();
  std::ofstream{folder / "shudao-rule-with-sources.json"}
      << R"({"format": 1, "id": "seal", "title": {"zh": "封", "en": "seal"},
    "expect": {"zh": "更快", "en": "faster"}, "evidence": ["row-1"], "asked": "national",
    "sources": {"notice": {"title": "Notice 1", "url": "https://example.org", "year": 2020, "grade": "A"}},
    "rewrites": [{"scale": "c-border/export/inspect", "duration_by": {"value": 0.5, "source": "notice"}}]})";
  std::ofstream{folder / "shudao-with-sources.json"}
      << R"({"format": 1, "id": "sealed", "base": ")" << kWorld
      << R"(", "title": {"zh": "试", "en": "trial"}, "rules": ["shudao-rule-with-sources.json"]})";
  auto const s = read_scenario((folder / "shudao-with-sources.json").string());
  Rule const& seal = *s.rules.begin();
  CHECK((seal.expect_en == "faster" && seal.evidence == std::vector<std::string>{"row-1"} && seal.asked == "national"));
  CHECK(seal.sources == std::vector<std::string>{"notice"});
  CHECK(std::any_of(s.sources.begin(), s.sources.end(), [](Source const& x) { return x.title == "Notice 1"; }));
  CHECK(read_document(s.document, "document").fingerprint == s.fingerprint);
}

TEST_CASE("ten rules listed in fifty random orders give the same scenario", "[scenarios]") {
  auto const folder = std::filesystem::temp_directory_path() / "shudao-ten-rules";
  std::filesystem::create_directories(folder);
  std::vector<std::string> const verbs{
      R"({"scale": "export*/inspect", "duration_by": 0.5})",      R"({"scale": "export*/inspect", "duration_by": 0.7})",
      R"({"skip_if": "export*/stamp", "tokens": ["inspected"]})", R"({"set": "export*/declare", "probability": 0.5})",
      R"({"add": "export/check", "step": {"duration_h": 1}})",    R"({"set_resource": "officer", "servers": 3})",
      R"({"scale": "train-out/bogies", "duration_by": 0.5})",     R"({"set": "export*/arrive", "cost_cny": 5})",
      R"({"parallel": "export*/weigh", "until": ["load"]})",      R"({"scale": "import/deliver", "duration_by": 2})"};
  std::vector<std::string> files;
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    auto const id = "rule-" + std::to_string(i);
    auto const text = rule(id, R"("at": ["b-port", "c-border", "d-city"])", verbs[i]);
    files.push_back(id + ".json");
    std::ofstream{folder / files.back()} << text.substr(text.find('{'));
  }
  RandomStream random{{20220103, 0}, Purpose::guest, name_hash("orders of rules")};
  std::string expected;
  for (int trial = 0; trial < 50; ++trial) {
    for (std::uint32_t i = 9; i > 0; --i) std::swap(files[i], files[random.below(i + 1)]);
    std::string list;
    for (auto const& file : files) list += (list.empty() ? "\"" : ", \"") + file + '"';
    std::ofstream{folder / "world.json"} << R"({"format": 1, "id": "ten", "base": ")" << kWorld
                                         << R"(", "title": {"zh": "十", "en": "ten"}, "rules": [)" << list << "]}";
    auto const s = read_scenario((folder / "world.json").string());
    auto const found = s.document + text(processes_for(s, flow_called("machines", s), "aeo", s.start));
    if (trial == 0) expected = found;
    REQUIRE(found == expected);
  }
}

TEST_CASE("two rules whose order matters are refused by both names", "[scenarios]") {
  auto const at = R"("at_kinds": ["border_gate"])";
  CHECK_THROWS_WITH(with_rules(rule("set-time", at, R"({"set": "export*/inspect", "duration_h": 1})") + "," +
                               rule("halve-time", at, R"({"scale": "export*/inspect", "duration_by": 0.5})")),
                    Catch::Contains("halve-time and set-time"));
}

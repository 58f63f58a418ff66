#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "program.h"

using namespace shudao::viz;
using namespace shudao::viz::cli;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

std::string const kHome = "tests/scenarios/world/home.json";
std::string const kBorders = "tests/scenarios/world/scenario.json";

Answer answer_to(std::vector<std::string> const& words) {
  Answer answer = shudao::viz::cli::shudao(words);
  INFO(answer.err);
  REQUIRE(answer.exit_code == 0);
  return answer;
}

/// A patch of the world of three borders, as a file.
std::string patched(std::string const& name, std::string const& patch) {
  auto const file = std::filesystem::temp_directory_path() / (name + ".json");
  std::ofstream{file} << R"({"format": 1, "id": ")" << name << R"(", "base": ")"
                      << std::filesystem::absolute(kBorders).string()
                      << R"(", "title": {"zh": "试", "en": "trial"}, "patch": )" << patch << "}";
  return file.string();
}

}  // namespace

TEST_CASE("rules tells what asks for each rule and where it applies", "[cli]") {
  auto const list = json::parse(answer_to({"rules", kHome, "--json"}).out);
  REQUIRE(list["rules"].size() == 1);
  auto const& rule = list["rules"][0];
  CHECK(rule["in_force"] == true);
  CHECK(rule["where"]["flows"] == json{"machines"});
  CHECK_FALSE(rule["where"]["processes"].empty());
  CHECK_THAT(answer_to({"rules", kHome, "--lang", "en"}).out, Contains("in force") && Contains("processes: 2"));
}

TEST_CASE("rules beside a world are at hand though they are not in force", "[cli]") {
  auto const list = json::parse(answer_to({"rules", kBorders, "--json"}).out);
  REQUIRE(list["rules"].size() == 1);
  CHECK(list["rules"][0]["in_force"] == false);
  CHECK(json::parse(answer_to({"rules", "tests/scenarios/world/rules", "--json"}).out) == list);
}

TEST_CASE("rules show prints each process before and after the rule", "[cli]") {
  auto const id = json::parse(answer_to({"rules", kBorders, "--json"}).out)["rules"][0]["id"].get<std::string>();
  auto const shown = json::parse(answer_to({"rules", "show", id, kBorders, "--json"}).out);
  REQUIRE(shown["processes"].size() == 2);
  for (auto const& process : shown["processes"]) CHECK(process["before"] != process["after"]);
  CHECK_THAT(answer_to({"rules", "show", id, kBorders}).out,
             Contains("改革前") && Contains("after") && Contains("c-border/export") && Contains("seal-check"));
}

TEST_CASE("a rule that does not exist is refused with the nearest name", "[cli]") {
  auto const answer = shudao::viz::cli::shudao({"rules", "show", "hoem", kBorders});
  CHECK(answer.exit_code == 2);
  CHECK_THAT(answer.err, Contains("did you mean"));
}

TEST_CASE("diff says in words what changes", "[cli]") {
  auto const other =
      patched("shudao-diff-words", R"({"places": {"c-border": {"processes": {"export": {"steps": {"inspect":
      {"probability": 0.01}}}}}}, "flows": {"machines": {"teu_per_year": 6000}}, "services": {"truck-2": {
      "name": {"zh": "卡车二", "en": "truck two"}, "kind": "on_demand", "mode": "road", "stops": [{"place": "a-town", "link": "a-b"},
      {"place": "b-port"}], "capacity_teu": 2, "co2e_g_per_tkm": 70}}})");
  auto const en = answer_to({"diff", kBorders, other, "--lang", "en"}).out;
  CHECK_THAT(en, Contains("C-border, export/inspect: probability 3 % → 1 %"));
  CHECK_THAT(en, Contains("machines: volume 3000 TEU a year → 6000 TEU a year"));
  CHECK_THAT(en, Contains("service added: truck two (truck-2)"));
  CHECK_THAT(answer_to({"diff", kBorders, other, "--lang", "zh"}).out,
             Contains("丙口岸，export/inspect：发生比例 3 % → 1 %"));
  CHECK_THAT(answer_to({"diff", kBorders, kHome, "--lang", "en"}).out, Contains("rule in force: "));
}

TEST_CASE("diff of a scenario with itself says that nothing differs", "[cli]") {
  CHECK_THAT(answer_to({"diff", kBorders, kBorders, "--lang", "en"}).out, Contains("do not differ"));
  CHECK(json::parse(answer_to({"diff", kBorders, kBorders, "--json"}).out)["is_equal"] == true);
}

TEST_CASE("what diff writes as a patch makes the second scenario of the first", "[cli]") {
  auto const patch = (std::filesystem::temp_directory_path() / "shudao-diff-patch.json").string();
  answer_to({"diff", kBorders, kHome, "--patch", patch, "--json"});
  auto const left = json::parse(answer_to({"diff", patch, kHome, "--json"}).out);
  CHECK(left["is_equal"] == true);
}

TEST_CASE("plans accounts for every item of the catalogue", "[cli]") {
  auto const plans = json::parse(answer_to({"plans", "--json"}).out);
  REQUIRE(plans["items"].size() == 451);
  CHECK(plans["total"]["items"] == 451);
  for (auto const& item : plans["items"]) {
    INFO(item["id"]);
    CHECK(item["represented"].get<bool>() == !item["by"].is_null());
    CHECK_FALSE((item["represented"].get<bool>() && !item["reason"].is_null()));
  }
}

TEST_CASE("a category of plans that does not exist is refused with the nearest name", "[cli]") {
  auto const answer = shudao::viz::cli::shudao({"plans", "--category", "inland_prt"});
  CHECK(answer.exit_code == 2);
  CHECK_THAT(answer.err, Contains("inland_port"));
}

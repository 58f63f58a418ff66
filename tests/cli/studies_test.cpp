#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "program.h"

using namespace shudao::viz;
using namespace shudao::viz::cli;

namespace {

std::string const kTiny = "tests/experiment/study/speed.json";

nlohmann::json json_of(std::vector<std::string> words) {
  words.insert(words.begin(), "study");
  for (char const* word : {"--json", "--quiet"}) words.emplace_back(word);
  Answer const answer = shudao::viz::cli::shudao(words);
  REQUIRE(answer.exit_code == 0);
  return nlohmann::json::parse(answer.out);
}

}  // namespace

TEST_CASE("a study is found by its name in a folder, and the folder holds it", "[cli]") {
  auto const by_name = json_of({"speed", "--in", "tests/experiment/study"});
  auto const all = json_of({"--all", "--in", "tests/experiment/study"});
  CHECK(by_name["studies"].size() == 1);
  CHECK(by_name["studies"][0]["alternatives"] == all["studies"][0]["alternatives"]);
}

TEST_CASE("the JSON of a study has what the reference says of a comparison", "[cli]") {
  auto const study = json_of({kTiny, "--replications", "10"})["studies"][0];
  CHECK((study["id"] == "T01" && study["preview"] == false && study["alternatives"].size() == 3));
  auto const faster = study["alternatives"][0];
  CHECK((faster["id"] == "faster" && faster["laws_hold"] == true && faster["is_as_base"] == false));
  for (auto const& comparison : faster["comparisons"]) {
    for (char const* member : {"unit", "base", "value", "difference", "ci95", "n", "p", "adjusted_p", "verdict",
                               "expected", "as_expected", "sentence_en", "sentence_zh"})
      CHECK(comparison.contains(member));
  }
  CHECK(faster["comparisons"][1]["verdict"] == "lower");
}

TEST_CASE("a preview is marked wherever it is told", "[cli]") {
  auto const preview = json_of({kTiny, "--preview"});
  CHECK((preview["preview"] == true && preview["studies"][0]["preview"] == true));
  CHECK(preview["studies"][0]["window_weeks"] == 1);
  CHECK_THAT(shudao::viz::cli::shudao({"study", kTiny, "--preview", "--quiet", "--lang", "en"}).out,
             Catch::Contains("PREVIEW"));
}

TEST_CASE("several studies end in one table", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"study", kTiny, kTiny, "--quiet", "--lang", "en"});
  CHECK(answer.exit_code == 0);
  CHECK_THAT(answer.out, Catch::Contains("all studies"));
}

TEST_CASE("a study says by its exit code that a law broke, that it is wrong, that it is not there", "[cli]") {
  CHECK(shudao::viz::cli::shudao({"study", kTiny, "--fault", "lost-teu", "--quiet"}).exit_code == 4);
  CHECK(shudao::viz::cli::shudao({"study", "tests/invalid/parts/study.json", "--quiet"}).exit_code == 2);
  CHECK(shudao::viz::cli::shudao({"study"}).exit_code == 2);
  Answer const missing = shudao::viz::cli::shudao({"study", "sped", "--in", "tests/experiment/study", "--lang", "en"});
  CHECK(missing.exit_code == 3);
  CHECK_THAT(missing.err, Catch::Contains("did you mean speed?"));
}

TEST_CASE("a store that does not serve keeps no other study from being told, and is the exit code", "[cli]") {
  ScratchFolder const folder;
  for (char const* name : {"study", "validation"})
    std::filesystem::copy(std::string{"tests/experiment/"} + name, folder.path(name),
                          std::filesystem::copy_options::recursive);
  std::filesystem::copy(kTiny, folder.path("study/again.json"));
  std::filesystem::create_directory(folder.path("stores"));
  std::ofstream{folder.path("stores/again.db")} << "a letter";
  std::vector<std::string> words{"study", folder.path("study"), "--replications",     "2", "--quiet", "--lang",
                                 "en",    "--results",          folder.path("stores")};
  Answer const told = shudao::viz::cli::shudao(words);
  CHECK(told.exit_code == 3);
  CHECK_THAT(told.err, Catch::Contains("not a results store"));
  CHECK_THAT(told.out, Catch::Contains("a faster line"));
  words.emplace_back("--json");
  Answer const as_json = shudao::viz::cli::shudao(words);
  CHECK(as_json.exit_code == 3);
  auto const studies = nlohmann::json::parse(as_json.out)["studies"];
  CHECK_THAT(studies.at(0)["errors"].at(0), Catch::Contains("not a results store"));
  CHECK(studies.at(1).contains("study_digest"));
}

TEST_CASE("one broken study among several does not keep the others from being run", "[cli]") {
  Answer const answer =
      shudao::viz::cli::shudao({"study", "tests/invalid/parts/study.json", kTiny, "--quiet", "--lang", "en"});
  CHECK(answer.exit_code == 2);
  CHECK_THAT(answer.out, Catch::Contains("a faster line") && Catch::Contains("study study has no result"));
}

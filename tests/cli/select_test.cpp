#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.h"

using namespace shudao::viz::cli;

namespace {

std::string const kTiny = "tests/experiment/study/speed.json";
std::string const kWorld = "tests/experiment/validation/world.json";
std::string const kSlow = "tests/experiment/validation/slow.json";

}  // namespace

TEST_CASE("select names the best world of a study, for people and for scripts", "[cli]") {
  Answer const said = shudao::viz::cli::shudao({"select", kTiny, "--measure", "run", "--quiet", "--lang", "en"});
  CHECK(said.exit_code == 0);
  CHECK_THAT(said.out, Catch::Contains("is the best of 4") && Catch::Contains("left out"));
  Answer const answer = shudao::viz::cli::shudao({"select", kTiny, "--measure", "run", "--quiet", "--json"});
  auto const json = nlohmann::json::parse(answer.out);
  CHECK((json["best"] == "faster" && json["is_decided"] == true && json["preview"] == false));
  for (char const* member : {"schema_version", "cancelled",    "measure",
                             "title",          "unit",         "better",
                             "confidence",     "indifference", "is_indifference_chosen",
                             "seed",           "replications", "unobserved_replications",
                             "runs",           "wall_s",       "ranking",
                             "options",        "law_breaches", "notes",
                             "sentence_en",    "sentence_zh"})
    CHECK(json.contains(member));
}

TEST_CASE("select chooses among scenarios by a figure of a corridor, and marks a preview", "[cli]") {
  Answer const answer =
      shudao::viz::cli::shudao({"select", kWorld, kSlow, "--corridor", "A to C", "--measure", "transit_time_h.p90",
                                "--indifference", "1", "--confidence", "90%", "--preview", "--quiet", "--lang", "en"});
  CHECK(answer.exit_code == 0);
  CHECK_THAT(answer.out,
             Catch::Contains("PREVIEW") && Catch::Contains("90 % probability") && Catch::Contains("1 hours"));
}

TEST_CASE("select says what it cannot understand", "[cli]") {
  auto const refused = [](std::vector<std::string> words, std::string const& expected) {
    words.insert(words.begin(), "select");
    words.insert(words.end(), {"--quiet", "--lang", "en"});
    Answer const answer = shudao::viz::cli::shudao(words);
    CHECK(answer.exit_code == 2);
    CHECK_THAT(answer.err, Catch::Contains(expected));
  };
  refused({kWorld, kSlow}, "--corridor");
  refused({kWorld, "--corridor", "a-c"}, "two worlds or more");
  refused({kTiny, "--measure", "runn"}, "did you mean run?");
  refused({kTiny, "--confidence", "40%"}, "above 50% and below 100%");
  refused({kTiny, "--indifference", "-1"}, "above 0");
}

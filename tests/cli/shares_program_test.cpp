#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "program.h"

using namespace shudao::viz::cli;
using nlohmann::json;

namespace {

std::string const kStudy = "tests/experiment/study/speed.json";
constexpr char kLine[] = "tests/cli/worlds/line.json", kDaily[] = "tests/cli/worlds/daily.json";

std::string study_digest(Answer const& answer) {
  return json::parse(answer.out)["studies"][0]["study_digest"].get<std::string>();
}

std::string study_digest_with(std::vector<std::string> const& more) {
  std::vector<std::string> words{"study", kStudy, "--replications", "4", "--json", "--quiet"};
  words.insert(words.end(), more.begin(), more.end());
  return study_digest(shudao::viz::cli::shudao(words));
}

}  // namespace

TEST_CASE("the digest of a study is the same on one, two and four threads", "[cli]") {
  std::string const one = study_digest_with({"--threads", "1"});
  CHECK(study_digest_with({"--threads", "2"}) == one);
  CHECK(study_digest_with({"--threads", "4"}) == one);
}

TEST_CASE("merge prints what one process would have printed", "[cli]") {
  ScratchFolder const folder;
  std::vector<std::string> merge{"merge", folder.path("all.db"), "--json", "--quiet"};
  for (std::string const share : {"1/3", "2/3", "3/3"}) {
    Answer const part = shudao::viz::cli::shudao({"study", kStudy, "--replications", "4", "--json", "--quiet",
                                                  "--results", folder.path("s.db"), "--shard", share});
    REQUIRE(part.exit_code == 0);
    merge.push_back(json::parse(part.out)["part"].get<std::string>());
  }
  Answer const whole = shudao::viz::cli::shudao(merge);
  REQUIRE(whole.exit_code == 0);
  CHECK(study_digest(whole) == study_digest_with({}));
}

TEST_CASE("a share that is missing is an error, and what is missing is named", "[cli]") {
  ScratchFolder const folder;
  shudao::viz::cli::shudao(
      {"compare", kLine, kDaily, "--replications", "2", "--quiet", "--results", folder.path("c.db"), "--shard", "1/2"});
  Answer const merged = shudao::viz::cli::shudao({"merge", folder.path("all.db"), folder.path("c.db.1of2.partial")});
  CHECK(merged.exit_code == 3);
  CHECK_THAT(merged.err, Catch::Contains("2 of 4 replications are in none of the parts: alternative 0, alternative 1"));
}

TEST_CASE("an errand of a part that makes no sense is refused, and said what is wrong with it", "[cli]") {
  ScratchFolder const folder;
  std::string const part = folder.path("r.db.1of2.partial");
  shudao::viz::cli::shudao(
      {"run", kLine, "--replications", "2", "--quiet", "--results", folder.path("r.db"), "--shard", "1/2"});
  auto const said = [&](std::string const& key, std::string const& value) {
    SQLite::Database{part, SQLite::OPEN_READWRITE}.exec("UPDATE errand SET value = '" + value + "' WHERE key = '" +
                                                        key + "'");
    Answer const merged = shudao::viz::cli::shudao({"merge", folder.path("all.db"), part, "--lang", "en"});
    CHECK(merged.exit_code == 3);
    return merged.err;
  };
  CHECK_THAT(said("replications", "2000000000"), Catch::Contains("expected a whole number from 1 to 4194303"));
  CHECK_THAT(said("replications", "two"), Catch::Contains("replications is \"two\""));
  said("replications", "2");
  CHECK_THAT(said("fault", "17"), Catch::Contains("expected a whole number from 0 to 4"));
  said("fault", "0");
  CHECK_THAT(said("verb", "sing"), Catch::Contains("expected run, compare or study"));
}

TEST_CASE("a part that was stopped before it began is told from one of another study", "[cli]") {
  ScratchFolder const folder;
  std::string const part = folder.path("r.db.1of2.partial");
  shudao::viz::cli::shudao(
      {"run", kLine, "--replications", "2", "--quiet", "--results", folder.path("r.db"), "--shard", "1/2"});
  SQLite::Database{part, SQLite::OPEN_READWRITE}.exec("DELETE FROM errand");
  std::ofstream{folder.path("empty.partial")};
  for (std::string const& one : {part, folder.path("empty.partial")}) {
    Answer const merged = shudao::viz::cli::shudao({"merge", folder.path("all.db"), one, "--lang", "en"});
    CHECK(merged.exit_code == 3);
    CHECK_THAT(merged.err, Catch::Contains(one + ": holds no errand (stopped before it began); run its share again"));
  }
}

TEST_CASE("a share needs a results file, and is one of several", "[cli]") {
  CHECK(shudao::viz::cli::shudao({"run", kLine, "--shard", "1/2"}).exit_code == 2);
  CHECK_THAT(shudao::viz::cli::shudao({"run", kLine, "--results", "x.db", "--shard", "3/2"}).err,
             Catch::Contains("must be like 2/3"));
}

#ifdef SHUDAO_MPI_PROGRAM
TEST_CASE("two ranks give the digest of one process", "[cli]") {
  ScratchFolder const folder;
  std::string const out = folder.path("out.json");
  std::string const command = std::string{"env OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 mpirun "} +
                              "--oversubscribe -n 2 '" + SHUDAO_MPI_PROGRAM + "' study " + kStudy +
                              " --replications 4 --json --quiet --results " + folder.path("s.db") + " > " + out;
  REQUIRE(std::system(command.c_str()) == 0);
  std::ifstream in{out};
  CHECK(study_digest({0, {std::istreambuf_iterator<char>{in}, {}}, {}}) == study_digest_with({}));
}
#endif

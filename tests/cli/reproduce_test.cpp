#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "program.h"

using namespace shudao::viz::cli;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

/// A copy of the tiny worlds, so that a test may spoil it.
class Worlds {
 public:
  Worlds() {
    fs::create_directories(path(""));
    fs::copy("tests/cli/worlds", path("worlds"), fs::copy_options::recursive);
    fs::copy("tests/experiment/study", path("study"), fs::copy_options::recursive);
    fs::copy("tests/experiment/validation", path("validation"), fs::copy_options::recursive);
  }
  [[nodiscard]] std::string path(std::string const& name) const { return folder_.path("in/" + name); }
  [[nodiscard]] std::string store() const { return folder_.path("kept.db"); }

  /// Keeps what the words make.
  void keep(std::vector<std::string> words) const {
    words.insert(words.end(), {"--quiet", "--json", "--results", store()});
    REQUIRE(shudao::viz::cli::shudao(words).exit_code == 0);
  }
  [[nodiscard]] Answer reproduce(std::vector<std::string> const& more = {}) const {
    std::vector<std::string> words{"reproduce", store(), "--quiet", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return shudao::viz::cli::shudao(words);
  }
  /// Flips the lowest bit of the last letter of a label, so that the file stays good JSON.
  void flip_a_byte(std::string const& name, std::string const& label) const {
    std::ifstream in{path(name), std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    std::size_t const at = text.find(label);
    REQUIRE(at != std::string::npos);
    text[at + label.size() - 1] = static_cast<char>(text[at + label.size() - 1] ^ 1);
    std::ofstream{path(name), std::ios::binary} << text;
  }
  void write(std::string const& name, std::string const& text) const { std::ofstream{path(name)} << text; }

 private:
  ScratchFolder folder_;
};

std::vector<std::string> kept_files(std::string const& store) {
  SQLite::Database database{store, SQLite::OPEN_READONLY};
  SQLite::Statement select{database, "SELECT path || ' ' || parts FROM input_file ORDER BY path"};
  std::vector<std::string> files;
  while (select.executeStep()) files.push_back(select.getColumn(0).getString());
  return files;
}

std::string spoiled(std::string const& store, std::string const& sql) {
  SQLite::Database{store, SQLite::OPEN_READWRITE}.exec(sql);
  return store;
}

/// A temporary folder of the system's that only this test's programs use.
class OwnTemporaryFolder {
 public:
  OwnTemporaryFolder() {
    fs::create_directories(folder_.path("tmp"));
    setenv("TMPDIR", folder_.path("tmp").c_str(), 1);
  }
  ~OwnTemporaryFolder() { unsetenv("TMPDIR"); }
  OwnTemporaryFolder(OwnTemporaryFolder const&) = delete;
  OwnTemporaryFolder& operator=(OwnTemporaryFolder const&) = delete;

  [[nodiscard]] bool has_results() const {
    return std::any_of(fs::directory_iterator{folder_.path("tmp")}, {}, [](fs::directory_entry const& entry) {
      return entry.path().filename().string().rfind("shudao-again-", 0) == 0;
    });
  }

 private:
  ScratchFolder folder_;
};

}  // namespace

TEST_CASE("a run is made again from its store with identical digests", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--replications", "2", "--seed", "5"});
  Answer const again = in.reproduce();
  CHECK(again.exit_code == 0);
  json const said = json::parse(again.out);
  CHECK(said["reproduced"] == true);
  CHECK(said["replications_made_again"] == 2);
  CHECK(said["differing_tables"].empty());
}

TEST_CASE("a comparison with a patch is made again, and the store names each file with what it was read for", "[cli]") {
  Worlds const in;
  in.keep({"compare", in.path("worlds/line.json"), in.path("worlds/daily.json"), "--replications", "2"});
  CHECK(kept_files(in.store()) == std::vector<std::string>{"daily.json alternative", "line.json base alternative"});
  CHECK(in.reproduce().exit_code == 0);
}

TEST_CASE("a study is made again with its study digest, from its own file, its base and its rules", "[cli]") {
  Worlds const in;
  in.keep({"study", in.path("study/speed.json"), "--replications", "2"});
  CHECK(kept_files(in.store()) ==
        std::vector<std::string>{"study/inspect.json study", "study/speed.json study", "validation/world.json study"});
  Answer const again = in.reproduce();
  CHECK(again.exit_code == 0);
  CHECK(json::parse(again.out)["study_digest"].is_string());
}

TEST_CASE("a preview is made again as a preview", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--preview"});
  CHECK(in.reproduce().exit_code == 0);
}

TEST_CASE("replications that were added for precision are added again", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--precision", "1%", "--most", "12"});
  Answer const again = in.reproduce();
  CHECK(again.exit_code == 0);
  CHECK(json::parse(again.out)["replications_made_again"].get<int>() >= 10);
}

TEST_CASE("one byte of an input that is not what it was is found before anything runs, and the file is named",
          "[cli]") {
  Worlds const in;
  in.keep({"study", in.path("study/speed.json"), "--replications", "1"});
  in.flip_a_byte("study/inspect.json", "inspection of trains");
  Answer const again = in.reproduce();
  CHECK(again.exit_code == 2);
  json const said = json::parse(again.out);
  REQUIRE(said["changed_inputs"].size() == 1);
  CHECK(said["changed_inputs"][0]["file"] == "study/inspect.json");
  CHECK(said["changed_inputs"][0]["was"] != said["changed_inputs"][0]["is"]);
  CHECK(said["replications_made_again"] == 0);
}

TEST_CASE("an input that is missing is named", "[cli]") {
  Worlds const in;
  in.keep({"compare", in.path("worlds/line.json"), in.path("worlds/daily.json"), "--replications", "1"});
  fs::remove(in.path("worlds/daily.json"));
  Answer const again = in.reproduce();
  CHECK(again.exit_code == 2);
  json const changes = json::parse(again.out)["changed_inputs"];
  REQUIRE(changes.size() == 1);
  CHECK(changes[0]["file"] == "daily.json");
  CHECK(changes[0]["is"].is_null());
}

TEST_CASE("a file that would now be read for the first time is named", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--replications", "1"});
  in.write("worlds/validation.json", R"({"format": 1, "scenario": "line.json", "rows": {}})");
  Answer const again = in.reproduce();
  CHECK(again.exit_code == 2);
  json const changes = json::parse(again.out)["changed_inputs"];
  REQUIRE(changes.size() == 1);
  CHECK(changes[0]["file"] == "validation.json");
  CHECK(changes[0]["was"].is_null());
}

TEST_CASE("inputs may stand in another folder, or have moved together with the results", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--replications", "1"});
  fs::rename(in.path("worlds"), in.path("elsewhere"));
  CHECK(in.reproduce().exit_code == 2);
  CHECK(in.reproduce({"--against", in.path("elsewhere")}).exit_code == 0);

  fs::create_directories(in.path("other/in"));
  fs::rename(in.path("elsewhere"), in.path("other/in/worlds"));
  fs::rename(in.store(), in.path("other/kept.db"));
  CHECK(shudao::viz::cli::shudao({"reproduce", in.path("other/kept.db"), "--quiet"}).exit_code == 0);
}

TEST_CASE("results that are not what the inputs give are told with the first replication that differs", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--replications", "2"});
  spoiled(in.store(),
          "UPDATE replication SET run_digest = replace(run_digest, substr(run_digest, 1, 4), 'abcd') "
          "WHERE number = 1");
  Answer const again = in.reproduce();
  CHECK(again.exit_code == 4);
  json const first = json::parse(again.out)["differences"][0];
  CHECK(first["replication"] == 1);
  CHECK(first["what"] == "run_digest");
}

TEST_CASE("a figure that was changed in the store is found by its table", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--replications", "1"});
  spoiled(in.store(), "UPDATE corridor_measure SET value = value + 1 WHERE measure = 'transit_time_h.mean'");
  Answer const again = in.reproduce();
  CHECK(again.exit_code == 4);
  CHECK(json::parse(again.out)["differing_tables"] == json::array({"corridor_measure"}));
}

TEST_CASE("the first replications alone are compared one by one", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--replications", "4"});
  Answer const again = in.reproduce({"--replications", "2"});
  CHECK(again.exit_code == 0);
  CHECK(json::parse(again.out)["replications_made_again"] == 2);
}

TEST_CASE("results without their inputs are refused in words that say why", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--replications", "1"});
  spoiled(in.store(), "DROP TABLE input_file");
  Answer const again = shudao::viz::cli::shudao({"reproduce", in.store()});
  CHECK(again.exit_code == 3);
  CHECK_THAT(again.err, Catch::Contains("a version that did not keep its inputs"));
}

TEST_CASE("what is told to people has the digests, in Chinese and in English", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/line.json"), "--replications", "1"});
  std::string const said = shudao::viz::cli::shudao({"reproduce", in.store(), "--quiet"}).out;
  CHECK_THAT(said, Catch::Contains("结果完全一致"));
  CHECK_THAT(said, Catch::Contains("made again and identical"));
  CHECK_THAT(said, Catch::Contains(json::parse(in.reproduce().out)["worlds"][0]["ledger_digest"].get<std::string>()));
}

TEST_CASE("shares that were merged can be made again", "[cli]") {
  Worlds const in;
  std::vector<std::string> merge{"merge", in.store(), "--quiet"};
  for (std::string const share : {"1/2", "2/2"}) {
    Answer const part = shudao::viz::cli::shudao({"compare", in.path("worlds/line.json"), in.path("worlds/daily.json"),
                                                  "--replications", "2", "--json", "--quiet", "--results", in.store(),
                                                  "--shard", share});
    REQUIRE(part.exit_code == 0);
    merge.push_back(json::parse(part.out)["part"].get<std::string>());
  }
  REQUIRE(shudao::viz::cli::shudao(merge).exit_code == 0);
  CHECK(in.reproduce().exit_code == 0);
}

TEST_CASE("nothing is left behind, however it ends", "[cli]") {
  Worlds const in;
  in.keep({"run", in.path("worlds/years.json"), "--replications", "20"});
  OwnTemporaryFolder const temporary;
  RunningProgram again{{"reproduce", in.store(), "--quiet"}};
  for (int i = 0; i < 60'000 && !temporary.has_results(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  again.signal(SIGINT);
  CHECK(again.wait().exit_code == 130);
  CHECK_FALSE(temporary.has_results());
}

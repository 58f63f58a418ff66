#include "program.h"

#include <signal.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <nlohmann/json.hpp>
#include <set>

using namespace shudao::viz;
using namespace shudao::viz::cli;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

std::string const kLine = "tests/cli/worlds/line.json";
std::string const kNothingNew = "tests/cli/worlds/nothing-new.json";
std::string const kDaily = "tests/cli/worlds/daily.json";
std::string const kBroken = "tests/cli/worlds/broken.json";

/// The object that a command printed; it must have ended well.
json object_of(std::vector<std::string> words) {
  words.push_back("--json");
  Answer const answer = shudao::viz::cli::shudao(words);
  INFO(answer.err);
  REQUIRE(answer.exit_code == 0);
  return json::parse(answer.out);
}

bool is_measure(json const& it) {
  return it.is_object() && it.size() == 3 && it["value"].is_number() && it["n"].is_number_integer() &&
         (it["ci95"].is_null() || it["ci95"].size() == 2);
}

}  // namespace

TEST_CASE("run prints one object in which every measure has the one shape", "[cli]") {
  json const run = object_of({"run", kLine, "--replications", "2"});
  CHECK(run["scenario"] == "line");
  CHECK(run["replications"] == 2);
  CHECK(run["seed"] == 7);
  CHECK(run["laws"] ==
        json{{"conservation", true}, {"ledger", true}, {"little", true}, {"capacity", true}, {"boxes", true}});
  json const corridor = run["corridors"].at(0);
  CHECK(corridor["id"] == "home-abroad");
  for (auto const& measure : corridor["transit_time_h"]) CHECK(is_measure(measure));
  for (auto const& measure : corridor["components_h"]) CHECK(is_measure(measure));
  for (char const* key : {"throughput_teu_per_year", "min_cut_teu_per_year", "cost_cny_per_teu", "co2e_kg_per_teu"})
    CHECK(is_measure(corridor[key]));
  json const place = run["places"].at(0);
  CHECK(is_measure(place["throughput_teu_per_year"]));
  CHECK(is_measure(place["dwell_h"]));
}

TEST_CASE("the components of a corridor add up to its transit time", "[cli]") {
  json const corridor = object_of({"run", kLine})["corridors"].at(0);
  double sum = 0.0;
  for (auto const& measure : corridor["components_h"]) sum += measure["value"].get<double>();
  CHECK(sum == Approx(corridor["transit_time_h"]["mean"]["value"].get<double>()).epsilon(1e-9));
}

TEST_CASE("the digest of a run depends on the seed and on nothing that is not the world", "[cli]") {
  auto const digest = [](std::vector<std::string> const& options) {
    std::vector<std::string> words = {"run", kLine};
    words.insert(words.end(), options.begin(), options.end());
    return object_of(words)["run_digest"].get<std::string>();
  };
  std::string const wanted = digest({"--executor", "sequential"});
  for (char const* threads : {"1", "2", "4"}) CHECK(digest({"--executor", "parallel", "--threads", threads}) == wanted);
  CHECK(digest({}) == wanted);
  CHECK(digest({"--seed", "8"}) != wanted);
}

TEST_CASE("an empty patch changes nothing: all differences are exactly 0", "[cli]") {
  json const all = object_of({"compare", kLine, kNothingNew});
  json const difference = all["differences"].at(0);
  CHECK(difference["exactly_equal"] == true);
  CHECK(difference["transit_time_h"]["value"] == 0.0);
  CHECK(difference["cost_cny_per_teu"]["value"] == 0.0);
  for (auto const& component : difference["components_h"]) CHECK(component["value"] == 0.0);
  CHECK(all["base"]["ledger_digest"] == all["alternative"]["ledger_digest"]);
}

TEST_CASE("more departures shorten the wait for one", "[cli]") {
  json const difference = object_of({"compare", kLine, kDaily})["differences"].at(0);
  CHECK(difference["components_h"]["waiting_departure"]["ci95"].at(1) < 0.0);
  CHECK(difference["exactly_equal"] == false);
}

TEST_CASE("several alternatives are compared with one base", "[cli]") {
  json const all = object_of({"compare", kLine, kNothingNew, kDaily});
  REQUIRE(all["alternatives"].size() == 2);
  CHECK(all["alternatives"][0]["differences"].at(0)["exactly_equal"] == true);
  CHECK(all["alternatives"][1]["differences"].at(0)["exactly_equal"] == false);
  Answer const told = shudao::viz::cli::shudao({"compare", kLine, kNothingNew, kDaily, "--lang", "en"});
  CHECK_THAT(told.out, Contains("exactly equal") && Contains("With “a train every day”"));
}

TEST_CASE("compare prints a table and one sentence in each language", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"compare", kLine, kDaily});
  CHECK(answer.exit_code == 0);
  CHECK_THAT(answer.out, Contains("本地港—远方 Homeport-Faraway"));
  CHECK_THAT(answer.out, Contains("a train every day"));
  CHECK_THAT(answer.out, Contains("天天班"));
}

TEST_CASE("what people read is in the language they ask for", "[cli]") {
  Answer const zh = shudao::viz::cli::shudao({"run", kLine, "--lang", "zh"});
  CHECK_THAT(zh.out, Contains("平均时间(天)") && !Contains("mean, days"));
  Answer const en = shudao::viz::cli::shudao({"run", kLine, "--lang", "en"});
  CHECK_THAT(en.out, Contains("mean, days") && !Contains("平均"));
}

TEST_CASE("routes finds places by id, Chinese or English name", "[cli]") {
  json const by_id = object_of({"routes", kLine, "home", "abroad"});
  CHECK(by_id["routes"].size() == 1);
  CHECK(object_of({"routes", kLine, "本地港", "远方"}) == by_id);
  CHECK(object_of({"routes", kLine, "Homeport", "faraway"}) == by_id);
}

TEST_CASE("routes refuses an unknown place with the nearest name", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"routes", kLine, "Homport", "Faraway"});
  CHECK(answer.exit_code == 2);
  CHECK_THAT(answer.err, Contains("Homport") && Contains("Homeport"));
}

TEST_CASE("check finds all that is wrong at once, with place and nearest name", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"check", kBroken, "--json"});
  CHECK(answer.exit_code == 2);
  json const found = json::parse(answer.out);
  CHECK(found["error_class"] == "bad_input");
  REQUIRE(found["errors"].size() >= 3);
  for (auto const& error : found["errors"]) {
    CHECK_FALSE(error["pointer"].get<std::string>().empty());
    CHECK(error["line"] > 0);
    CHECK_FALSE(error["expected"].get<std::string>().empty());
  }
  CHECK_THAT(answer.out, Contains("\"nearest\": \"home\"") && Contains("\"nearest\": \"teu_per_year\""));
}

TEST_CASE("every file of tests/invalid is refused with a pointer to what is wrong", "[cli]") {
  int files = 0;
  for (auto const& entry : std::filesystem::directory_iterator{"tests/invalid"}) {
    if (entry.path().extension() != ".json") continue;
    ++files;
    Answer const answer = shudao::viz::cli::shudao({"check", entry.path().string(), "--json"});
    INFO(entry.path().string() << "\n" << answer.out << answer.err);
    CHECK(answer.exit_code == 2);
    CHECK_FALSE(json::parse(answer.out)["errors"].empty());
  }
  CHECK(files >= 30);
}

TEST_CASE("the scenarios that come with the program are sound", "[cli]") {
  CHECK(
      shudao::viz::cli::shudao({"check", "scenarios/first-corridors", "scenarios/first-corridors/declare-at-home.json"})
          .exit_code == 0);
}

TEST_CASE("a file that is not there is a file error", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"run", "no/such/file.json", "--json"});
  CHECK(answer.exit_code == 3);
  json const said = json::parse(answer.err);
  CHECK(said["error_class"] == "file_or_system");
  CHECK(said["exit_code"] == 3);
  CHECK(said["errors"].at(0)["file"] == "no/such/file.json");
  CHECK_FALSE(said["errors"].at(0)["expected"].get<std::string>().empty());
  CHECK(answer.out.empty());
}

TEST_CASE("a command line that cannot be understood is bad input", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"run", kLine, "--thread", "2", "--json"});
  CHECK(answer.exit_code == 2);
  CHECK(json::parse(answer.err)["errors"].at(0)["nearest"] == "--threads");
}

TEST_CASE("results that cannot be written are a file error", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"run", kLine, "--results", "/proc/nowhere/r.db"});
  CHECK(answer.exit_code == 3);
}

TEST_CASE("a pipe is no results file, and nobody waits for it", "[cli]") {
  ScratchFolder const scratch;
  std::string const pipe = scratch.path("pipe");
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  for (std::vector<std::string> const& words : {std::vector<std::string>{"run", kLine, "--results", pipe},
                                                {"trace", pipe, "tea/1"},
                                                {"merge", scratch.path("all.db"), pipe},
                                                {"network", kLine, "--geojson", pipe}}) {
    RunningProgram program{words};
    auto answer = std::async(std::launch::async, [&program] { return program.wait(); });
    bool const has_ended = answer.wait_for(std::chrono::seconds{30}) == std::future_status::ready;
    if (!has_ended) program.signal(SIGKILL);
    CHECK(has_ended);
    CHECK(answer.get().exit_code == 3);
  }
}

TEST_CASE("a disk quota that is used up is a file error", "[cli]") {
  ScratchFolder const scratch;
  std::string const err = scratch.path("err");
  std::string const command = std::string{"ulimit -f 8; '"} + SHUDAO_PROGRAM + "' run " + kLine +
                              " --quiet --results '" + scratch.path("r.db") + "' > /dev/null 2> '" + err + "'";
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 3);
  std::ifstream in{err};
  CHECK_THAT((std::string{std::istreambuf_iterator<char>{in}, {}}), Contains("r.db"));
}

TEST_CASE("a file that is no results store is never written over", "[cli]") {
  ScratchFolder const scratch;
  std::string const mine = scratch.path("mine.txt");
  std::ofstream{mine} << "precious";
  CHECK(shudao::viz::cli::shudao({"run", kLine, "--results", mine}).exit_code == 3);
  std::ifstream in{mine};
  CHECK(std::string{std::istreambuf_iterator<char>{in}, {}} == "precious");
  CHECK_FALSE(std::filesystem::exists(mine + ".partial"));
}

TEST_CASE("a store of another study that is replaced is named", "[cli]") {
  ScratchFolder const scratch;
  auto const said = [store = scratch.path("r.db")](char const* replications) {
    return shudao::viz::cli::shudao({"run", kLine, "--lang", "en", "--results", store, "--replications", replications})
        .err;
  };
  CHECK_THAT(said("2"), !Contains("replaced"));
  CHECK_THAT(said("2"), !Contains("replaced"));
  CHECK_THAT(said("1"), Contains("replaced") && Contains("(it held: line, replications: 2)"));
}

TEST_CASE("check says of a folder that it has no scenario.json", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"check", "tests/cli", "--lang", "en"});
  CHECK(answer.exit_code == 3);
  CHECK_THAT(answer.err, Contains("tests/cli") && Contains("a folder without scenario.json"));
}

TEST_CASE("a corridor that does not exist is refused with the nearest name before anything runs", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"run", kLine, "--corridors", "home-abrod", "--lang", "en"});
  CHECK(answer.exit_code == 2);
  CHECK(answer.out.empty());
  CHECK_THAT(answer.err, Contains("home-abrod") && Contains("did you mean home-abroad?"));
}

TEST_CASE("no route is exit 2", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({"routes", kLine, "abroad", "home", "--lang", "en"});
  CHECK(answer.exit_code == 2);
  CHECK_THAT(answer.err, Contains("there is no route from Faraway to Homeport"));
}

TEST_CASE("the program alone shows its help and is exit 2", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao({});
  CHECK(answer.exit_code == 2);
  CHECK_THAT(answer.err, Contains("compare") && Contains("routes"));
}

TEST_CASE("of equally quick routes the one with the fewest changes of service comes first", "[cli]") {
  json const first = object_of({"routes", "scenarios/first-corridors", "成都", "Łódź", "-k", "1"})["routes"].at(0);
  std::set<std::string> services;
  for (auto const& leg : first["legs"]) {
    auto const name = leg["name"].get<std::string>();
    services.insert(name.substr(0, name.find('/')));
  }
  CHECK(services.size() == 2);
}

TEST_CASE("each planted fault breaks its law: exit 4, named", "[cli]") {
  std::vector<std::pair<std::string, std::string>> const faults = {
      {"lost-teu", "conservation"}, {"double-charge", "ledger"}, {"over-full", "capacity"}};
  for (auto const& [fault, law] : faults) {
    INFO(fault);
    Answer const answer = shudao::viz::cli::shudao({"run", kLine, "--replications", "1", "--fault", fault, "--json"});
    CHECK(answer.exit_code == 4);
    json const run = json::parse(answer.out);
    CHECK(run["laws"][law] == false);
    CHECK_FALSE(run["law_breaches"].empty());
  }
}

TEST_CASE("a lost box breaks the law of boxes", "[cli]") {
  Answer const answer = shudao::viz::cli::shudao(
      {"run", "scenarios/examples/empties.json", "--replications", "1", "--fault", "lose-box", "--json"});
  CHECK(answer.exit_code == 4);
  CHECK(json::parse(answer.out)["laws"]["boxes"] == false);
}

TEST_CASE("a depot that ran dry is named", "[cli]") {
  ScratchFolder const scratch;
  std::string const patch = scratch.path("patch.json");
  std::ofstream{patch} << R"({"format": 1, "id": "dry", "title": {"zh": "缺箱", "en": "dry"}, "base": ")"
                       << std::filesystem::absolute("scenarios/examples/empties.json").string()
                       << R"(", "patch": {"repositioning": null}})";
  Answer const answer = shudao::viz::cli::shudao({"run", patch, "--replications", "1", "--lang", "en"});
  CHECK_THAT(answer.out, Contains("warning: the depot of place A ran dry of dry boxes"));
}

TEST_CASE("trace shows the life of a consignment, whose hours are its door-to-door time", "[cli]") {
  ScratchFolder const scratch;
  std::string const store = scratch.path("results.db");
  REQUIRE(shudao::viz::cli::shudao({"run", kLine, "--replications", "1", "--results", store}).exit_code == 0);
  Answer const miss = shudao::viz::cli::shudao({"trace", store, "exports/nobody", "--lang", "en"});
  CHECK(miss.exit_code == 2);
  std::size_t const at = miss.err.find("for example: ") + 13;
  std::string const kept = miss.err.substr(at, miss.err.find_first_of(",\n", at) - at);
  INFO(kept);
  json const life = object_of({"trace", store, kept})["lives"].at(0);
  double sum = 0.0;
  for (auto const& entry : life["entries"]) sum += entry["hours"].get<double>();
  CHECK(sum == Approx(life["hours"].get<double>()));
  CHECK_THAT(shudao::viz::cli::shudao({"trace", store, kept}).out, Contains("+08:00") && Contains("door-to-door"));
}

TEST_CASE("the results are whole or not there", "[cli]") {
  ScratchFolder const scratch;
  std::string const store = scratch.path("results.db");
  REQUIRE(shudao::viz::cli::shudao({"run", kLine, "--replications", "1", "--results", store}).exit_code == 0);
  CHECK(std::filesystem::exists(store));
  CHECK_FALSE(std::filesystem::exists(store + ".partial"));
}

TEST_CASE("help and version end well", "[cli]") {
  CHECK(shudao::viz::cli::shudao({"--help"}).exit_code == 0);
  CHECK(shudao::viz::cli::shudao({"run", "--help"}).exit_code == 0);
  CHECK_THAT(shudao::viz::cli::shudao({"version"}).out, Contains("shudao 0."));
}

TEST_CASE("validate says for each row what was observed, simulated and found", "[cli]") {
  json const told = object_of({"validate", "tests/experiment/validation"});
  CHECK(told["held_out"]["rows"] == 16);
  CHECK(told["held_out"]["share"].get<double>() > 0.9);
  bool has_explanation = false;
  for (auto const& row : told["rows"]) {
    CHECK(is_measure(row["simulated"]));
    if (!row["is_inside"].get<bool>() && row["role"] == "held_out") has_explanation = row["explanation"]["en"] == "why";
  }
  CHECK(has_explanation);
}

TEST_CASE("check reads a validation file with all its worlds", "[cli]") {
  json const told = object_of({"check", "tests/experiment/validation/validation.json"});
  CHECK(told["checked"].at(0)["is_sound"] == true);
}

TEST_CASE("calibrate refuses held-out rows with exit code 2 and writes nothing", "[cli]") {
  ScratchFolder const scratch;
  Answer const answer = shudao::viz::cli::shudao(
      {"calibrate", "tests/experiment/validation", "--rows", "trains", "--out", scratch.path("out.json"), "--quiet"});
  CHECK(answer.exit_code == 2);
  CHECK_THAT(answer.err, Contains("the held-out row trains"));
  CHECK_FALSE(std::filesystem::exists(scratch.path("out.json")));
}

TEST_CASE("calibrate writes a patch that is a sound scenario, and nothing over anything else", "[cli]") {
  ScratchFolder const scratch;
  for (char const* name : {"world.json", "slow.json", "validation.json"})
    std::filesystem::copy_file(std::string{"tests/experiment/validation/"} + name, scratch.path(name));
  json const told = object_of({"calibrate", scratch.path("validation.json"), "--evaluations", "10", "--quiet"});
  CHECK(told["inputs"].size() == 2);
  CHECK(told["misfit_after"].get<double>() < told["misfit_before"].get<double>());
  CHECK(object_of({"check", scratch.path("calibrated.json")})["checked"].at(0)["scenario"] == "known-calibrated");
  Answer const answer =
      shudao::viz::cli::shudao({"calibrate", scratch.path("validation.json"), "--out", scratch.path("world.json")});
  CHECK(answer.exit_code == 3);
}

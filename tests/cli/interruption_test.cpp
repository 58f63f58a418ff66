#include <signal.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "program.h"

using namespace shudao::cli;
using Catch::Matchers::Contains;
using nlohmann::json;
using Clock = std::chrono::steady_clock;

namespace {

std::vector<std::string> twenty_replications(std::string const& store) {
  std::vector<std::string> words = {
      "run", "tests/cli/worlds/line.json", "--replications", "20", "--json", "--lang", "en", "--threads", "1"};
  if (!store.empty()) words.insert(words.end(), {"--results", store});
  return words;
}

/// Digest and time of a run that nothing disturbs.
struct Undisturbed {
  std::string digest;
  Clock::duration lasted{};
};
Undisturbed undisturbed() {
  auto const began = Clock::now();
  Answer const answer = shudao::cli::shudao(twenty_replications(""));
  REQUIRE(answer.exit_code == 0);
  return {json::parse(answer.out)["run_digest"], Clock::now() - began};
}

}  // namespace

TEST_CASE("a run that is killed five times is continued and ends with the same digest", "[cli]") {
  Undisturbed const whole = undisturbed();
  ScratchFolder const scratch;
  std::string const store = scratch.path("results.db");
  for (int const percent : {12, 20, 10, 16, 14}) {
    RunningProgram program{twenty_replications(store)};
    std::this_thread::sleep_for(whole.lasted * percent / 100);
    program.signal(SIGKILL);
    program.wait();
    CHECK_FALSE(std::filesystem::exists(store));
  }
  Answer const answer = shudao::cli::shudao(twenty_replications(store));
  REQUIRE(answer.exit_code == 0);
  CHECK(json::parse(answer.out)["run_digest"] == whole.digest);
  CHECK(json::parse(answer.out)["replications"] == 20);
  CHECK_THAT(answer.err, Contains("were taken from an earlier, unfinished run"));
}

TEST_CASE("Ctrl-C keeps the finished replications and returns 130", "[cli]") {
  Undisturbed const whole = undisturbed();
  ScratchFolder const scratch;
  std::string const store = scratch.path("results.db");
  RunningProgram program{twenty_replications(store)};
  std::this_thread::sleep_for(whole.lasted / 2);
  program.signal(SIGINT);
  Answer const interrupted = program.wait();
  CHECK(interrupted.exit_code == 130);
  CHECK_THAT(interrupted.err, Contains("of 20 replications were finished and are kept"));
  auto const done = json::parse(interrupted.out)["replications"].get<int>();
  CHECK((done > 0 && done < 20));

  Answer const rest = shudao::cli::shudao(twenty_replications(store));
  CHECK(rest.exit_code == 0);
  CHECK(json::parse(rest.out)["run_digest"] == whole.digest);
  CHECK_THAT(rest.err, Contains(std::to_string(done) + " replications were taken"));
}

#include <signal.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "program.h"

using namespace shudao::viz;
using namespace shudao::viz::cli;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

std::vector<std::string> twenty_replications(std::string const& store) {
  std::vector<std::string> words = {
      "run", "tests/cli/worlds/years.json", "--replications", "20", "--json", "--lang", "en", "--threads", "1"};
  if (!store.empty()) words.insert(words.end(), {"--results", store});
  return words;
}

std::string undisturbed_digest() {
  Answer const answer = shudao::viz::cli::shudao(twenty_replications(""));
  REQUIRE(answer.exit_code == 0);
  return json::parse(answer.out)["run_digest"];
}

/// Waits until so many more replications were kept, for a minute at most: the unfinished store grows with each. Without
/// any it has a few pages.
void wait_for_replications(std::string const& store, int count) {
  constexpr std::uintmax_t kWithout = 32'768;
  std::error_code is_not_there;
  auto const size = [&] {
    std::uintmax_t const bytes = std::filesystem::file_size(store + ".partial", is_not_there);
    return is_not_there ? 0 : bytes;
  };
  std::uintmax_t last = std::max(size(), kWithout);
  for (int i = 0; i < 60'000 && count > 0; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
    std::uintmax_t const now = size();
    if (now <= last) continue;
    last = now;
    --count;
  }
}

}  // namespace

TEST_CASE("a run that is killed five times is continued and ends with the same digest", "[cli]") {
  ScratchFolder const scratch;
  std::string const store = scratch.path("results.db");
  int const milliseconds_later[] = {0, 7, 31, 2, 53};
  for (int const later : milliseconds_later) {
    RunningProgram program{twenty_replications(store)};
    wait_for_replications(store, 2);
    std::this_thread::sleep_for(std::chrono::milliseconds{later});
    program.signal(SIGKILL);
    CHECK(program.wait().exit_code == 128 + SIGKILL);
    CHECK_FALSE(std::filesystem::exists(store));
  }
  Answer const answer = shudao::viz::cli::shudao(twenty_replications(store));
  REQUIRE(answer.exit_code == 0);
  CHECK(json::parse(answer.out)["run_digest"] == undisturbed_digest());
  CHECK(json::parse(answer.out)["replications"] == 20);
  CHECK_THAT(answer.err, Contains("replications taken from earlier runs: "));
}

TEST_CASE("Ctrl-C keeps the finished replications and returns 130", "[cli]") {
  ScratchFolder const scratch;
  std::string const store = scratch.path("results.db");
  RunningProgram program{twenty_replications(store)};
  wait_for_replications(store, 3);
  program.signal(SIGINT);
  Answer const interrupted = program.wait();
  CHECK(interrupted.exit_code == 130);
  CHECK_THAT(interrupted.err, Contains("of 20 replications were finished and are kept"));
  auto const done = json::parse(interrupted.out)["replications"].get<int>();
  CHECK((done > 0 && done < 20));

  Answer const rest = shudao::viz::cli::shudao(twenty_replications(store));
  CHECK(rest.exit_code == 0);
  CHECK(json::parse(rest.out)["run_digest"] == undisturbed_digest());
  CHECK_THAT(rest.err, Contains("earlier runs: " + std::to_string(done)));
}

TEST_CASE("Ctrl-C without a results file says that nothing is saved", "[cli]") {
  RunningProgram program{twenty_replications("")};
  std::this_thread::sleep_for(std::chrono::milliseconds{300});
  program.signal(SIGINT);
  Answer const interrupted = program.wait();
  CHECK(interrupted.exit_code == 130);
  CHECK_THAT(interrupted.err, Contains("not saved; use --results FILE") || Contains("there is no result"));
}

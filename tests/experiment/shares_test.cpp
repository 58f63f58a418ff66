#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <thread>

#include "folder.h"
#include "sim/experiment/codec.h"
#include "sim/experiment/conduct.h"
#include "sim/experiment/studying.h"
#include "tiny_world.h"

namespace shudao::experiment {
namespace {

using Catch::Matchers::Contains;
using scenarios::Scenario;

Scenario const kBase = tiny_world();
Scenario const kSlower = tiny_world_called("slower");

StudyOptions replications(int count, std::string const& store, int threads = 2) {
  StudyOptions options;
  options.replications = count;
  options.threads = threads;
  options.store = store;
  return options;
}

/// drawn_replication, counted by scenario.
struct Counted {
  std::atomic<int> base{0}, slower{0};
  Runner runner() {
    return [this](Scenario const& world, ReplicationOptions const& how) {
      ++(world.id == "slower" ? slower : base);
      return drawn_replication(world, how);
    };
  }
};

/// The contents of a store that one process writes at once.
std::string at_once(int count, std::vector<Scenario const*> const& sides) {
  Folder const folder;
  conduct(sides, replications(count, folder.file("once.db")), drawn_replication);
  return contents_of(folder.file("once.db"));
}

TEST_CASE("ten replications and ten more are the twenty of one study, and only ten are run for them", "[experiment]") {
  Folder const folder;
  std::string const store = folder.file("study.db");
  conduct({&kBase, &kSlower}, replications(10, store), drawn_replication);
  Counted counted;
  StudyOutcome const outcome = conduct({&kBase, &kSlower}, replications(20, store), counted.runner());
  CHECK(outcome.replications_reused == 20);
  CHECK((counted.base == 10 && counted.slower == 10));
  CHECK(unlike(contents_of(store), at_once(20, {&kBase, &kSlower})) == "");
  CHECK(folder.files() == 1);
}

TEST_CASE("a finished study that is asked for again runs nothing", "[experiment]") {
  Folder const folder;
  conduct({&kBase, &kSlower}, replications(4, folder.file("study.db")), drawn_replication);
  std::string const before = contents_of(folder.file("study.db"));
  Counted counted;
  conduct({&kBase, &kSlower}, replications(4, folder.file("study.db")), counted.runner());
  CHECK(counted.base + counted.slower == 0);
  CHECK(unlike(contents_of(folder.file("study.db")), before) == "");
}

TEST_CASE("of an alternative that is added only its own replications are run", "[experiment]") {
  Folder const folder;
  Scenario const same = tiny_world_called("same");
  conduct({&kBase, &same}, replications(4, folder.file("study.db")), drawn_replication);
  Counted counted;
  conduct({&kBase, &same, &kSlower}, replications(4, folder.file("study.db")), counted.runner());
  CHECK((counted.base == 0 && counted.slower == 4));
  CHECK(unlike(contents_of(folder.file("study.db")), at_once(4, {&kBase, &same, &kSlower})) == "");
}

TEST_CASE("replications with a planted fault are not taken for sound ones", "[experiment]") {
  Folder const folder;
  StudyOptions faulty = replications(3, folder.file("study.db"));
  faulty.fault = Fault::lost_teu;
  conduct({&kBase}, faulty, drawn_replication);
  StudyOutcome const outcome = conduct({&kBase}, replications(3, folder.file("study.db")), drawn_replication);
  CHECK(outcome.replications_reused == 2);
  CHECK(outcome.comparison.base.laws.hold());
}

std::vector<std::string> shares_of(std::string const& store, int count, int of, std::uint64_t seed = 5) {
  std::vector<std::string> parts;
  for (int number = 1; number <= of; ++number) {
    StudyOptions options = replications(count, store);
    options.seed = seed;
    options.shard = {number, of};
    StudyOutcome const outcome = conduct({&kBase, &kSlower}, options, drawn_replication);
    CHECK((outcome.is_part && !outcome.cancelled));
    parts.push_back(partial_path(options));
  }
  return parts;
}

StudyOptions merging(std::string const& out, std::vector<std::string> parts, int count) {
  StudyOptions options = replications(count, out);
  options.seed = 5;
  options.parts = std::move(parts);
  options.is_merging = true;
  return options;
}

TEST_CASE("three shares put together are the store of one process, and nothing is run for it", "[experiment]") {
  Folder const folder;
  auto const parts = shares_of(folder.file("study.db"), 7, 3);
  CHECK(parts.at(1) == folder.file("study.db.2of3.partial"));
  Counted counted;
  conduct({&kBase, &kSlower}, merging(folder.file("all.db"), parts, 7), counted.runner());
  CHECK(counted.base + counted.slower == 0);
  CHECK(unlike(contents_of(folder.file("all.db")), at_once(7, {&kBase, &kSlower})) == "");
}

TEST_CASE("replications that are in no part are named", "[experiment]") {
  Folder const folder;
  auto parts = shares_of(folder.file("study.db"), 4, 4);
  parts.erase(parts.begin() + 1);
  CHECK_THROWS_WITH(conduct({&kBase, &kSlower}, merging(folder.file("all.db"), parts, 4), drawn_replication),
                    Contains("2 of 8 replications are in none of the parts: alternative 0, alternative 2"));
}

TEST_CASE("a replication of a part that is not as it was kept counts as missing", "[experiment]") {
  Folder const folder;
  auto const parts = shares_of(folder.file("study.db"), 4, 2);
  tamper(parts[1], "UPDATE run SET result = replace(result, '1', '2') WHERE number = 2");
  CHECK_THROWS_WITH(conduct({&kBase, &kSlower}, merging(folder.file("all.db"), parts, 4), drawn_replication),
                    Contains("1 of 8 replications are in none of the parts: alternative 2"));
}

TEST_CASE("a merge that is interrupted while it looks for runs does not call them missing", "[experiment]") {
  Folder const folder;
  StudyOptions options = merging(folder.file("all.db"), shares_of(folder.file("study.db"), 4, 2), 4);
  std::atomic<bool> const is_cancelled{true};
  options.cancel = &is_cancelled;
  CHECK(conduct({&kBase, &kSlower}, options, drawn_replication).cancelled);
}

TEST_CASE("a part of another study is refused by its name and by what differs", "[experiment]") {
  Folder const folder;
  auto parts = shares_of(folder.file("study.db"), 4, 2);
  parts[1] = shares_of(folder.file("other.db"), 4, 2, 77)[1];
  CHECK_THROWS_WITH(conduct({&kBase, &kSlower}, merging(folder.file("all.db"), parts, 4), drawn_replication),
                    Contains("other.db.2of2.partial: belongs to another study: seed is 77, in this study it is 5"));
  CHECK_THROWS_AS(errand_of_part(folder.file("absent.partial")), FileError);
}

/// Starts a study of two scenarios in a process of its own and ends it with SIGKILL after so many milliseconds. False
/// if it had finished by then.
bool killed_after(std::string const& store, int milliseconds) {
  pid_t const child = fork();
  if (child == 0) {
    execl(SHUDAO_MORTAL_STUDY, "mortal_study", store.c_str(), "-1", "5", "4", nullptr);
    _exit(1);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds{milliseconds});
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

TEST_CASE("a study that is killed at ten random moments ends as if it never had been", "[experiment]") {
  Folder const folder;
  std::string const store = folder.file("study.db");
  std::mt19937 moments{2022};
  int killed = 0;
  for (int i = 0; i < 10; ++i) killed += killed_after(store, static_cast<int>(moments() % 60) + 5) ? 1 : 0;
  CHECK(killed > 0);
  while (killed_after(store, 20'000)) {
  }
  CHECK(unlike(contents_of(store), at_once(20, {&kBase, &kSlower})) == "");
}

scenarios::Study study() { return scenarios::read_study("tests/experiment/study/speed.json"); }

TEST_CASE("the digest of a study is that of any number of threads, and not that of another seed", "[experiment]") {
  StudyOptions options = replications(3, "", 1);
  Fingerprint const one = answer(study(), options).study_digest;
  options.threads = 2;
  CHECK((answer(study(), options).study_digest == one));
  options.threads = 4;
  CHECK((answer(study(), options).study_digest == one));
  options.seed = 99;
  CHECK_FALSE((answer(study(), options).study_digest == one));
}

TEST_CASE("the store of a study goes on from three replications to five as if all were run at once", "[experiment]") {
  Folder const folder;
  int const worlds = static_cast<int>(study().worlds.size());
  StudyAnswer const few = answer(study(), replications(3, folder.file("study.db")));
  CHECK(few.replications_reused == 0);
  StudyAnswer const more = answer(study(), replications(5, folder.file("study.db")));
  CHECK(more.replications_reused == 3 * worlds);
  StudyAnswer const fresh = answer(study(), replications(5, folder.file("fresh.db")));
  CHECK((more.study_digest == fresh.study_digest));
  CHECK(unlike(contents_of(folder.file("study.db")), contents_of(folder.file("fresh.db"))) == "");
}

TEST_CASE("three shares of a study put together are its store", "[experiment]") {
  Folder const folder;
  StudyOptions options = replications(3, folder.file("study.db"));
  StudyAnswer const whole = answer(study(), replications(3, folder.file("whole.db")));
  StudyOptions all = replications(3, folder.file("all.db"));
  all.is_merging = true;
  for (int number = 1; number <= 3; ++number) {
    options.shard = {number, 3};
    CHECK(answer(study(), options).is_part);
    all.parts.push_back(partial_path(options));
  }
  CHECK((answer(study(), all).study_digest == whole.study_digest));
  CHECK(unlike(contents_of(folder.file("all.db")), contents_of(folder.file("whole.db"))) == "");
}

TEST_CASE("the store of a study holds the results of each world under its id", "[experiment]") {
  Folder const folder;
  StudyAnswer const told = answer(study(), replications(2, folder.file("study.db")));
  Comparison const results = read_results(folder.file("study.db"));
  REQUIRE(results.alternatives.size() + 1 == told.worlds.size());
  CHECK((results.base.ledger_digest == told.worlds.front().ledger_digest));
  CHECK_FALSE(results.alternatives.front().result.corridors.empty());
  std::string const contents = contents_of(folder.file("study.db"));
  CHECK_THAT(contents, Contains("study|study_digest|" + text(told.study_digest)));
  CHECK_THAT(contents, Contains("study_comparison|faster|run|"));
  CHECK_THAT(contents, Contains("corridor_measure|faster|"));
}

TEST_CASE("what a study measures belongs to what its runs are found by", "[experiment]") {
  Folder const folder;
  answer(study(), replications(2, folder.file("study.db")));
  scenarios::Study other = study();
  for (auto& selector : other.measures.front().selectors)
    if (selector) selector->statistic = scenarios::Statistic::p90;
  CHECK(answer(other, replications(2, folder.file("study.db"))).replications_reused == 0);
}

}  // namespace
}  // namespace shudao::experiment

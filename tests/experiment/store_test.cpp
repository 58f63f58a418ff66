#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "folder.h"
#include "sim/experiment/codec.h"
#include "sim/experiment/conduct.h"
#include "tiny_world.h"

namespace shudao::experiment {
namespace {

using Catch::Matchers::Contains;

scenarios::Scenario const kBase = tiny_world();
scenarios::Scenario const kSlower = tiny_world_called("slower");

StudyOptions with_threads(int threads) {
  StudyOptions options;
  options.replications = 6;
  options.threads = threads;
  return options;
}

TEST_CASE("a store gives back equal results", "[experiment]") {
  Folder const folder;
  StudyOptions options = with_threads(2);
  options.store = folder.file("study.db");
  StudyOutcome const outcome = conduct({&kBase, &kSlower}, options, drawn_replication);
  CHECK(text_of(read_results(options.store)) == text_of(outcome.comparison));
  CHECK(folder.files() == 1);
}

TEST_CASE("a store gives back the results and the documents of several alternatives in their order", "[experiment]") {
  Folder const folder;
  StudyOptions options = with_threads(2);
  options.store = folder.file("study.db");
  StudyOutcome const outcome = conduct({&kSlower, &kBase, &kSlower}, options, drawn_replication);
  CHECK(text_of(read_results(options.store)) == text_of(outcome.comparison));
  std::vector<std::string> ids;
  for (auto const& [id, document] : read_documents(options.store)) ids.push_back(id);
  CHECK(ids == std::vector<std::string>{"slower", "tiny", "slower"});
}

TEST_CASE("a store gives back the lives of its sample in all scenarios", "[experiment]") {
  Folder const folder;
  StudyOptions options = with_threads(2);
  options.store = folder.file("study.db");
  conduct({&kBase, &kSlower}, options, drawn_replication);
  std::vector<std::string> const names = sampled_consignments(options.store);
  // Of fifty consignments every six hours, those from the 28th on are ready in the window.
  REQUIRE(names.size() == 22);
  std::vector<Life> const lives = read_lives(options.store, names.front());
  REQUIRE(lives.size() == 2);
  CHECK(lives[0].scenario == "tiny");
  CHECK(lives[1].scenario == "slower");
  CHECK(lives[0].entries.at(0).charged_to == "train");
  CHECK(lives[1].entries.at(0).to - lives[0].entries.at(0).to == Duration::from_min(180));
  CHECK(read_lives(options.store, "tea/nobody").empty());
  CHECK(read_documents(options.store).at(1).second == R"({"id":"slower"})");
}

/// Runs a study of six replications in a process of its own, which dies without a word when it comes to replication
/// `dies_at` (never: -1). Returns its exit code: 99 if it died, otherwise how many replications it found finished.
int mortal_study(std::string const& store, int dies_at, int seed = 5) {
  std::string const command = std::string{"'"} + SHUDAO_MORTAL_STUDY + "' '" + store + "' " + std::to_string(dies_at) +
                              " " + std::to_string(seed);
  return WEXITSTATUS(std::system(command.c_str()));
}

TEST_CASE("a study that is killed goes on from its finished replications to the same result", "[experiment]") {
  Folder const folder;
  std::string const store = folder.file("study.db");
  CHECK(mortal_study(store, 2) == 99);
  CHECK(mortal_study(store, 4) == 99);
  CHECK_THROWS_WITH(read_results(store), Contains("not finished; run its command again"));
  CHECK(mortal_study(store, -1) == 4);
  CHECK(text_of(read_results(store)) == text_of(conduct({&kBase}, with_threads(1), drawn_replication).comparison));
}

TEST_CASE("what another seed left is not taken up", "[experiment]") {
  Folder const folder;
  CHECK(mortal_study(folder.file("study.db"), 3) == 99);
  CHECK(mortal_study(folder.file("study.db"), -1, 77) == 0);
}

TEST_CASE("what another program left is not taken up", "[experiment]") {
  Folder const folder;
  StudyOptions options = with_threads(1);
  options.store = folder.file("study.db");
  CHECK(mortal_study(options.store, 3) == 99);
  CHECK(conduct({&kBase}, options, drawn_replication).replications_reused == 0);
}

TEST_CASE("a study that is cancelled keeps its finished replications", "[experiment]") {
  Folder const folder;
  StudyOptions options = with_threads(1);
  options.store = folder.file("study.db");
  std::atomic<bool> cancel{false};
  options.cancel = &cancel;
  Runner const runner = [&](scenarios::Scenario const& world, ReplicationOptions const& how) {
    ReplicationRun run = drawn_replication(world, how);
    cancel = how.number >= 2;
    run.cancelled = how.number > 2;
    return run;
  };
  StudyOutcome const outcome = conduct({&kBase}, options, runner);
  CHECK(outcome.cancelled);
  CHECK(outcome.comparison.base.replications == 3);
  CHECK_FALSE(std::filesystem::exists(options.store));
  options.cancel = nullptr;
  CHECK(conduct({&kBase}, options, drawn_replication).replications_reused == 3);
}

/// A finished comparison of six replications.
std::string finished_comparison(Folder const& folder) {
  StudyOptions options = with_threads(2);
  options.store = folder.file("study.db");
  conduct({&kBase, &kSlower}, options, drawn_replication);
  return options.store;
}

/// The same with one replication more, from what is there.
StudyOutcome continued(std::string const& store) {
  StudyOptions options = with_threads(2);
  options.store = store;
  options.replications = 7;
  return conduct({&kBase, &kSlower}, options, drawn_replication);
}

TEST_CASE("a replication of an unfinished store that is not as it was kept is run again", "[experiment]") {
  Folder const folder;
  std::string const store = folder.file("study.db");
  CHECK(mortal_study(store, 4) == 99);
  tamper(store + ".partial", "UPDATE run SET result = replace(result, '1', '2') WHERE number = 1");
  tamper(store + ".partial", "UPDATE run SET number = 5 WHERE number = 3");
  CHECK(mortal_study(store, -1) == 2);
  CHECK(text_of(read_results(store)) == text_of(conduct({&kBase}, with_threads(1), drawn_replication).comparison));
}

TEST_CASE("a replication of a finished store that is not as it was written is refused by name", "[experiment]") {
  for (std::string const change :
       {"UPDATE replication SET result = replace(result, '1', '2') WHERE number = 2 AND role = 'base'",
        "UPDATE replication SET measures = '[]' || ' ' WHERE number = 2 AND role = 'base'",
        "UPDATE replication SET checksum = NULL WHERE number = 2 AND role = 'base'"}) {
    Folder const folder;
    std::string const store = finished_comparison(folder);
    tamper(store, change);
    CHECK_THROWS_WITH(continued(store), Contains(store) && Contains("replication 2 of base is damaged"));
  }
}

TEST_CASE("a sampled ledger that is not as it was written is refused by name", "[experiment]") {
  Folder const folder;
  std::string const store = finished_comparison(folder);
  std::string const name = sampled_consignments(store).front();
  tamper(store, "UPDATE ledger_entry SET to_ms = to_ms + 1 WHERE consignment = '" + name + "' AND number = 0");
  CHECK_THROWS_WITH(continued(store), Contains(store) && Contains("the ledger of " + name + " is damaged"));
  CHECK_THROWS_WITH(read_lives(store, name), Contains("the ledger of " + name + " is damaged"));
}

TEST_CASE("a ledger that is missing from a finished store makes its replication a damaged one", "[experiment]") {
  Folder const folder;
  std::string const store = finished_comparison(folder);
  tamper(store, "DELETE FROM ledger_sample WHERE consignment = '" + sampled_consignments(store).front() + "'");
  CHECK_THROWS_WITH(continued(store), Contains("replication 0 of base is damaged"));
}

TEST_CASE("results that are not as they were written are refused", "[experiment]") {
  Folder const folder;
  std::string const store = finished_comparison(folder);
  tamper(store, "UPDATE results SET document = replace(document, '1', '2')");
  CHECK_THROWS_WITH(read_results(store), Contains(store) && Contains("its checksum does not match"));
}

TEST_CASE("consignments that are not as they were written are refused, emptied ones too", "[experiment]") {
  for (std::string const lots : {"x''", "x'00'", "x'FFFFFFFFFFFFFFFF7F'", "NULL"}) {
    Folder const folder;
    std::string const store = finished_comparison(folder);
    tamper(store, "UPDATE lot_book SET lots = " + lots);
    CHECK_THROWS_WITH(continued(store), Contains(store) && Contains("lot_book of replication 0 of"));
  }
}

TEST_CASE("a comparison whose consignments were deleted is run again as a whole", "[experiment]") {
  Folder const folder;
  std::string const store = finished_comparison(folder);
  tamper(store, "DELETE FROM lot_book");
  CHECK(continued(store).replications_reused == 0);
}

TEST_CASE("a store of an earlier version is refused with what to do, and left as it is", "[experiment]") {
  Folder const folder;
  std::string const store = finished_comparison(folder);
  tamper(store, "PRAGMA user_version = 2");
  std::string const before = contents_of(store);
  std::string const said = "made by another version of shudao (schema 2, this one reads 3); delete or rename it";
  CHECK_THROWS_WITH(continued(store), Contains(store) && Contains(said));
  CHECK_THROWS_WITH(read_results(store), Contains(said));
  CHECK(contents_of(store) == before);
}

TEST_CASE("a finished store without one of its tables is refused by name", "[experiment]") {
  Folder const folder;
  std::string const store = finished_comparison(folder);
  tamper(store, "DROP TABLE lot_book");
  CHECK_THROWS_AS(continued(store), FileError);
  CHECK_THROWS_WITH(continued(store), Contains(store));
}

TEST_CASE("a file that is no store is refused by name", "[experiment]") {
  Folder const folder;
  std::string const path = folder.file("study.db");
  std::ofstream{path} << "this is a letter, not a database, and long enough to be looked at twice by anybody\n";
  CHECK_THROWS_AS(read_results(path), FileError);
  CHECK_THROWS_WITH(read_results(path), Contains(path));
  CHECK_THROWS_WITH(read_results(folder.file("absent.db")), Contains("no such file"));
  StudyOptions options = with_threads(1);
  options.store = path;
  std::filesystem::copy(path, path + ".partial");
  CHECK_THROWS_AS(conduct({&kBase}, options, drawn_replication), FileError);
}

}  // namespace
}  // namespace shudao::experiment

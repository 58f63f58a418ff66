#include <catch2/catch.hpp>

#include "sim/experiment/codec.h"
#include "sim/experiment/conduct.h"
#include "tiny_world.h"

namespace shudao::experiment {
namespace {

using Catch::Matchers::Contains;

StudyOptions with_threads(int threads) {
  StudyOptions options;
  options.replications = 6;
  options.threads = threads;
  return options;
}

scenarios::Scenario const kBase = tiny_world();
scenarios::Scenario const kSlower = tiny_world_called("slower");
scenarios::Scenario const kSame = tiny_world_called("same");

/// Without what may differ between equal studies.
std::string essence(StudyOutcome const& outcome) { return text_of(outcome.comparison); }

TEST_CASE("results do not depend on the number of threads", "[experiment]") {
  std::string const alone = essence(conduct({&kBase, &kSlower}, with_threads(1), drawn_replication));
  CHECK(essence(conduct({&kBase, &kSlower}, with_threads(2), drawn_replication)) == alone);
  CHECK(essence(conduct({&kBase, &kSlower}, with_threads(4), drawn_replication)) == alone);
}

TEST_CASE("other seeds give other results", "[experiment]") {
  StudyOptions options = with_threads(1);
  options.seed = 6;
  CHECK(conduct({&kBase}, options, drawn_replication).comparison.base.ledger_digest !=
        conduct({&kBase}, with_threads(1), drawn_replication).comparison.base.ledger_digest);
}

TEST_CASE("a scenario that changes nothing is exactly equal in every corridor", "[experiment]") {
  CorridorDifference const difference =
      conduct({&kBase, &kSame}, with_threads(2), drawn_replication).comparison.alternatives.at(0).corridors.at(0);
  CHECK(difference.is_exactly_equal);
  CHECK(difference.transit_time_h.value == 0);
  CHECK(*difference.transit_time_h.ci95 == std::array{0.0, 0.0});
  CHECK(difference.cost_cny_per_teu.value == 0);
  CHECK(difference.p95_h.value == 0);
  CHECK_THAT(difference.sentence_en, Contains("exactly equal"));
  CHECK_THAT(difference.sentence_zh, Contains("完全相同"));
}

TEST_CASE("a change of three hours is found to the millisecond in spite of all chance", "[experiment]") {
  CorridorDifference const difference =
      conduct({&kBase, &kSlower}, with_threads(2), drawn_replication).comparison.alternatives.at(0).corridors.at(0);
  CHECK(difference.transit_time_h.value == 3);
  CHECK(*difference.transit_time_h.ci95 == std::array{3.0, 3.0});
  CHECK(difference.correlation == Approx(1));
  CHECK(difference.sentence_en ==
        "With “tiny world”, consignments on A to B arrive 3.00 hours slower on average than with “tiny world” (95 % "
        "interval 3.00 to 3.00, 6 replications of 2 weeks).");
  CHECK(difference.sentence_zh ==
        "“小世界”使甲乙的货物平均比“小世界”推迟到达 3.00 小时（95% 置信区间 3.00 至 3.00，6 次仿真，每次 2 周）。");
}

TEST_CASE("several alternatives share the runs of the base, and each is compared as if it were alone", "[experiment]") {
  std::atomic<int> runs{0};
  Runner const counted = [&](scenarios::Scenario const& world, ReplicationOptions const& how) {
    ++runs;
    return drawn_replication(world, how);
  };
  Comparison const both = conduct({&kBase, &kSame, &kSlower}, with_threads(2), counted).comparison;
  CHECK(runs == 3 * 6);
  REQUIRE(both.alternatives.size() == 2);
  CHECK(both.alternatives[0].corridors.at(0).is_exactly_equal);
  Comparison alone = conduct({&kBase, &kSlower}, with_threads(1), drawn_replication).comparison;
  alone.alternatives.insert(alone.alternatives.begin(), both.alternatives[0]);
  Comparison results = both;
  for (Comparison* one : {&alone, &results}) {  // What is found among all of them depends on who they are.
    one->comparisons.clear();
    one->rankings.clear();
    for (auto& alternative : one->alternatives) alternative.corridors.at(0).sentence_en.clear();
    for (auto& alternative : one->alternatives) alternative.corridors.at(0).sentence_zh.clear();
  }
  CHECK(text_of(alone) == text_of(results));
}

TEST_CASE("the differences of the components add up to the difference of the whole", "[experiment]") {
  CorridorDifference const difference =
      conduct({&kBase, &kSlower}, with_threads(2), drawn_replication).comparison.alternatives.at(0).corridors.at(0);
  double sum = 0;
  for (Measure const& component : difference.components_h) sum += component.value;
  CHECK(sum == Approx(difference.transit_time_h.value).epsilon(1e-12));
}

LotBook without_last(LotBook const& book) {
  std::vector<LotValues> const lots = book.lots_of(scenarios::FlowId{0});
  LotBook shorter;
  for (std::size_t i = 0; i + 1 < lots.size(); ++i) shorter.add(lots[i]);
  return shorter;
}

TEST_CASE("consignments of one scenario only are counted and left out", "[experiment]") {
  Runner const runner = [](scenarios::Scenario const& world, ReplicationOptions const& how) {
    ReplicationRun run = drawn_replication(world, how);
    if (world.id == "slower") run.lots = without_last(run.lots);
    return run;
  };
  CorridorDifference const difference =
      conduct({&kBase, &kSlower}, with_threads(1), runner).comparison.alternatives.at(0).corridors.at(0);
  CHECK(difference.base_only == 6);
  CHECK(difference.alternative_only == 0);
  CHECK(difference.transit_time_h.value == 3);
  CHECK_THAT(difference.sentence_en, Contains("6 consignments exist in one of the two only"));
}

TEST_CASE("two scenarios of other demand should not be compared, and it says which flow", "[experiment]") {
  scenarios::Scenario more = kSame;
  more.flows[scenarios::FlowId{0}].teu_per_year = 17;
  Comparison const comparison = conduct({&kBase, &more}, with_threads(1), drawn_replication).comparison;
  CHECK(comparison.alternatives.at(0).refusals == std::vector<std::string>{"flow tea has another demand in same"});
}

TEST_CASE("a fault in one replication ends the study with that fault", "[experiment]") {
  Runner const runner = [](scenarios::Scenario const& world, ReplicationOptions const& how) {
    if (how.number == 3) throw BrokenPromise{"out of order"};
    return drawn_replication(world, how);
  };
  CHECK_THROWS_WITH(conduct({&kBase}, with_threads(2), runner), "out of order");
}

TEST_CASE("a planted fault concerns replication 0 and is named with it", "[experiment]") {
  StudyOptions options = with_threads(2);
  options.fault = Fault::lost_teu;
  Law const law = conduct({&kBase}, options, drawn_replication).comparison.base.laws.conservation;
  CHECK_FALSE(law.holds);
  CHECK_THAT(law.breaches.at(0), Contains("replication 0: consignment tea/0:"));
  CHECK(law.breaches.size() == 2);
}

TEST_CASE("progress counts replications and never goes back", "[experiment]") {
  StudyOptions options = with_threads(2);
  std::vector<StudyProgress> told;
  options.on_progress = [&](StudyProgress const& progress) { told.push_back(progress); };
  conduct({&kBase, &kSlower}, options, drawn_replication);
  REQUIRE_FALSE(told.empty());
  CHECK(told.back().replications_done == 12);
  CHECK(told.back().replications == 12);
  CHECK(told.back().share == 1);
  CHECK(told.back().events == 600);
  CHECK(std::is_sorted(told.begin(), told.end(), [](auto const& a, auto const& b) { return a.share < b.share; }));
}

TEST_CASE("the min-cut of a corridor is planned, not simulated", "[experiment]") {
  CorridorResult const corridor = conduct({&kBase}, with_threads(1), drawn_replication).comparison.base.corridors.at(0);
  REQUIRE(corridor.min_cut_teu_per_year);
  CHECK(corridor.min_cut_teu_per_year->n == 0);
  CHECK(corridor.min_cut_teu_per_year->value == 417);  // 2 a week × 4 TEU × 52.1775.
}

}  // namespace
}  // namespace shudao::experiment

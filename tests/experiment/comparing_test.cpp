#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "scenarios/adjust.h"
#include "scenarios/read.h"
#include "sim/experiment/conduct.h"
#include "sim/experiment/headline.h"
#include "tiny_world.h"

namespace shudao::experiment {
namespace {

using Catch::Matchers::Contains;
using scenarios::Scenario;

constexpr char kOffice[] = "tests/experiment/clearance/one-clerk.json";

StudyOptions runs(int replications) {
  StudyOptions options;
  options.threads = 2;
  options.replications = replications;
  return options;
}

Scenario const& office() {
  static Scenario const kWorld = scenarios::read_scenario(kOffice);
  return kWorld;
}

/// The clerk needs half the time for the papers of machines; wine waits for the same clerk.
Scenario const& faster_machines() {
  static Scenario const kWorld = scenarios::patched(office(), R"({"id": "faster", "places": {"a": {"processes":
      {"machines": {"steps": {"papers": {"duration_h": {"exponential": {"mean": 1}}}}}}}}})");
  return kWorld;
}

Comparison const& compared() {
  static Comparison const kFound = compare_study(office(), {&faster_machines()}, runs(8)).comparison;
  return kFound;
}

CorridorDifference const& on(Comparison const& comparison, std::string const& corridor, std::size_t alternative = 0) {
  auto const& all = comparison.alternatives.at(alternative).corridors;
  return *std::find_if(all.begin(), all.end(), [&](auto const& d) { return d.corridor == corridor; });
}

std::vector<MeasureComparison> of_measure(Comparison const& comparison, std::string const& measure) {
  std::vector<MeasureComparison> all;
  for (auto const& one : comparison.comparisons)
    if (one.measure == measure) all.push_back(one);
  return all;
}

// A hand-made stream of facts in which chosen figures of each replication are replaced.

scenarios::Scenario const kBase = tiny_world();
scenarios::Scenario const kOne = tiny_world_called("one"), kTwo = tiny_world_called("two");

/// The cost of the base varies with the replication, by what all options share; `change` is added.
Runner with_cost(std::function<double(std::string const&, std::int64_t)> const& change) {
  return [change](Scenario const& world, ReplicationOptions const& how) {
    ReplicationRun run = drawn_replication(kBase, how);
    for (CorridorResult& corridor : run.replication.result.corridors) {
      corridor.cost_cny_per_teu.value +=
          static_cast<double>(how.number * how.number % 7) + change(world.id, how.number);
    }
    run.replication.result.scenario = world.id;
    return run;
  };
}

double noise(std::int64_t number) { return static_cast<double>(number * 37 % 11) - 5; }

TEST_CASE("direct and relief effect add up to the difference, in every corridor and overall", "[experiment]") {
  auto all = compared().alternatives[0].corridors;
  all.push_back(compared().alternatives[0].overall);
  for (CorridorDifference const& d : all) {
    INFO(d.corridor);
    CHECK(d.direct_h.value + d.relief_h.value == Approx(d.transit_time_h.value).margin(1e-9));
  }
}

TEST_CASE("a faster clerk is direct for whose papers he writes faster, and relief for who waits behind",
          "[experiment]") {
  CorridorDifference const &machines = on(compared(), "machines"), &wine = on(compared(), "wine");
  CHECK(machines.touched == machines.pairs);
  CHECK(machines.relief_h.value == 0);
  CHECK(machines.direct_h.value < -1);
  CHECK(wine.touched == 0);
  CHECK(wine.direct_h.value == 0);
  CHECK(wine.relief_h.value < -0.3);
  CorridorDifference const& overall = compared().alternatives[0].overall;
  CHECK(overall.touched == machines.touched);
  CHECK(overall.pairs == machines.pairs + wine.pairs);
  CHECK((overall.direct_h.value < 0 && overall.relief_h.value < 0));
}

TEST_CASE("the ledgers of all corridors and overall differ by what times differ by", "[experiment]") {
  for (CorridorDifference const* d :
       {&on(compared(), "machines"), &on(compared(), "wine"), &compared().alternatives[0].overall}) {
    double sum = 0;
    for (Measure const& component : d->components_h) sum += component.value;
    CHECK(sum == Approx(d->transit_time_h.value).margin(1e-9));
  }
}

TEST_CASE("an empty patch touches nobody, is exactly equal in every measure, and nothing is tested", "[experiment]") {
  Scenario const same = scenarios::patched(office(), "{}");
  Comparison const found = compare_study(office(), {&same}, runs(3)).comparison;
  CHECK(found.alternatives[0].overall.touched == 0);
  CHECK(found.compared == 0);
  REQUIRE_FALSE(found.comparisons.empty());
  for (auto const& one : found.comparisons) CHECK(one.finding == Finding::equal);
  for (auto const& ranking : found.rankings) CHECK(ranking.p_best == std::vector{0.5, 0.5});
  CHECK(found.dominated.empty());
}

TEST_CASE("every headline measure that occurs is compared once for each corridor and alternative", "[experiment]") {
  Comparison const found = conduct({&kBase, &kOne, &kTwo}, runs(4), drawn_replication).comparison;
  CHECK(found.comparisons.size() == 2 * 7);  // Nothing spoils.
  for (auto const& headline : headlines()) {
    bool const occurs = std::string{headline.name} != "spoiled_share";
    CHECK(of_measure(found, headline.name).size() == (occurs ? 2 : 0));
  }
}

TEST_CASE("a difference that every replication shows is proven, and its verdict has the word of the measure",
          "[experiment]") {
  Comparison const found = conduct({&kBase, &kOne}, runs(8), with_cost([](std::string const& id, std::int64_t number) {
                                     return id == "one" ? -50 + 0.1 * noise(number) : 0;
                                   }))
                               .comparison;
  auto const cost = of_measure(found, "cost_cny_per_teu").at(0);
  CHECK(cost.finding == Finding::lower);
  CHECK(std::string{verdict_on(cost)} == "cheaper");
  CHECK(cost.difference.value == Approx(-50).margin(0.5));
  CHECK(cost.correlation > 0.9);
  CHECK_THAT(cost.sentence.en, Contains("the cost on A to B is 50") && Contains("lower than with “tiny world”"));
}

TEST_CASE("p values are adjusted for all measures and alternatives that are not exactly equal", "[experiment]") {
  Comparison const found =
      conduct({&kBase, &kOne, &kTwo}, runs(8),
              with_cost([](std::string const& id, std::int64_t n) { return id == "one" ? 2 + 0.5 * noise(n) : 0; }))
          .comparison;
  auto const cost = of_measure(found, "cost_cny_per_teu");
  CHECK(found.compared == 7);  // The other alternative is the base itself.
  CHECK(cost[0].p < cost[0].adjusted_p);
  CHECK(cost[0].adjusted_p == Approx(std::min(1.0, 7 * cost[0].p)));
  CHECK(cost[1].finding == Finding::equal);
}

TEST_CASE("what is proven by itself, but not among so many, is not proven and says so", "[experiment]") {
  Comparison const found =
      conduct({&kBase, &kOne}, runs(11),
              with_cost([](std::string const& id, std::int64_t n) { return id == "one" ? 2.4 + noise(n) : 0; }))
          .comparison;
  auto const cost = of_measure(found, "cost_cny_per_teu").at(0);
  CHECK(cost.p < 0.05);
  CHECK(cost.adjusted_p >= 0.05);
  CHECK(cost.finding == Finding::not_proven);
  CHECK(cost.is_too_many);
  CHECK_THAT(cost.sentence.en, Contains("no proven difference") && Contains("among 7 comparisons"));
}

TEST_CASE("options that do not move together are warned of", "[experiment]") {
  auto const opposed = [](std::string const& id, std::int64_t n) {
    return id == "one" ? -2 * static_cast<double>(n * n % 7) : 0;
  };
  auto const found = of_measure(conduct({&kBase, &kOne}, runs(8), with_cost(opposed)).comparison, "cost_cny_per_teu");
  CHECK(found.at(0).correlation == Approx(-1));
  CHECK(found.at(0).is_badly_paired);
}

TEST_CASE("who cannot be told from the best stands in its group, and the rest behind", "[experiment]") {
  Comparison const found =
      conduct({&kBase, &kOne, &kTwo}, runs(8), with_cost([](std::string const& id, std::int64_t n) {
                if (id == "one") return -50 + 0.1 * noise(n);
                return id == "two" ? -50.05 - 0.2 * noise(n) : 0.0;
              }))
          .comparison;
  auto const cost = std::find_if(found.rankings.begin(), found.rankings.end(),
                                 [](Ranking const& r) { return r.measure == "cost_cny_per_teu"; });
  REQUIRE(cost != found.rankings.end());
  CHECK(cost->options == std::vector<std::string>{"tiny", "one", "two"});
  CHECK(cost->p_best[0] == 0);
  CHECK(std::accumulate(cost->p_best.begin(), cost->p_best.end(), 0.0) == Approx(1));
  REQUIRE(cost->groups.size() == 2);
  CHECK(cost->groups[0].size() == 2);
  CHECK(cost->groups[1] == std::vector<std::string>{"tiny"});
}

TEST_CASE("an option that is proven dearer and equal in all else is dominated", "[experiment]") {
  Comparison const found =
      conduct({&kBase, &kOne, &kTwo}, runs(8),
              with_cost([](std::string const& id, std::int64_t n) { return id == "one" ? 50 + 0.1 * noise(n) : 0; }))
          .comparison;
  REQUIRE(found.dominated.size() == 1);
  CHECK(found.dominated[0].option == "one");
  CHECK(found.dominated[0].by == "tiny");
}

TEST_CASE("an option is not dominated while something speaks against comparing it in a measure", "[experiment]") {
  Runner const dearer =
      with_cost([](std::string const& id, std::int64_t n) { return id == "one" ? 50 + 0.1 * noise(n) : 0; });
  Runner const unfinished = [&](Scenario const& world, ReplicationOptions const& how) {
    ReplicationRun run = dearer(world, how);
    if (world.id == "one")
      for (CorridorResult& corridor : run.replication.result.corridors) corridor.unfinished = 1;
    return run;
  };
  CHECK(conduct({&kBase, &kOne}, runs(8), dearer).comparison.dominated.size() == 1);
  CHECK(conduct({&kBase, &kOne}, runs(8), unfinished).comparison.dominated.empty());
}

TEST_CASE("two replications prove nothing and rank nobody", "[experiment]") {
  Comparison const found = conduct({&kBase, &kOne}, runs(2),
                                   with_cost([](std::string const& id, std::int64_t) { return id == "one" ? 50 : 0; }))
                               .comparison;
  CHECK(of_measure(found, "cost_cny_per_teu").at(0).finding == Finding::not_proven);
  for (auto const& ranking : found.rankings) CHECK(ranking.p_best.empty());
}

TEST_CASE("of several alternatives only the one with another window is kept out of the table, and says so",
          "[experiment]") {
  Scenario longer = kTwo;
  longer.window = Duration::from_days(21);
  Comparison const found = conduct({&kBase, &kOne, &longer}, runs(3), drawn_replication).comparison;
  for (auto const& one : found.comparisons) {
    CHECK((one.finding == Finding::not_comparable) == (one.scenario == "two"));
    if (one.scenario == "two")
      CHECK_THAT(one.sentence.en, Contains("should not be compared") && Contains("windows differ"));
  }
  for (auto const& ranking : found.rankings) CHECK(ranking.options == std::vector<std::string>{"tiny", "one"});
}

TEST_CASE("another demand of a flow keeps the corridors that carry it out of the table", "[experiment]") {
  Scenario more = kOne;
  more.flows[scenarios::FlowId{0}].teu_per_year = 17;
  Comparison const found = conduct({&kBase, &more}, runs(3), drawn_replication).comparison;
  for (auto const& one : found.comparisons) CHECK(one.finding == Finding::not_comparable);
  CHECK(found.rankings.empty());
  CHECK_THAT(found.alternatives[0].corridors.at(0).sentence_en, Contains("flow tea has another demand in one"));
}

TEST_CASE("options are run with one seed, and those that have another say so", "[experiment]") {
  Scenario other = kOne;
  other.seed = 99;
  Comparison const found = conduct({&kBase, &other}, runs(1), drawn_replication).comparison;
  CHECK(found.alternatives[0].result.seed == kBase.seed);
  auto const& notes = found.alternatives[0].result.notes;
  CHECK(std::find(notes.begin(), notes.end(), "run with seed 5 instead of its own 99") != notes.end());
}

}  // namespace
}  // namespace shudao::experiment

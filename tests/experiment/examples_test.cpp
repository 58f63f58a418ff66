#include <catch2/catch.hpp>

#include "scenarios/read.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {
namespace {

scenarios::Scenario example(std::string const& name) {
  return scenarios::read_scenario("scenarios/examples/" + name + ".json");
}

StudyOptions replications(int count, int threads = 2) {
  StudyOptions options;
  options.replications = count;
  options.threads = threads;
  return options;
}

TEST_CASE("every tiny world keeps all laws", "[experiment]") {
  auto const name =
      GENERATE(as<std::string>{}, "blocking", "border", "branches", "closure", "connection", "empties", "fill",
               "headway", "lock", "md1", "mg1", "mm1", "mm2", "mmc", "office", "pooled", "regrouping", "split_merge");
  Laws const laws = run_study(example(name), replications(2)).comparison.base.laws;
  INFO(name);
  CHECK(laws.conservation.breaches.empty());
  CHECK(laws.ledger.breaches.empty());
  CHECK(laws.little.breaches.empty());
  CHECK(laws.capacity.breaches.empty());
  CHECK(laws.boxes.breaches.empty());
}

TEST_CASE("digests do not depend on threads or on the executor", "[experiment]") {
  auto const name = GENERATE(as<std::string>{}, "closure", "lock", "pooled", "regrouping", "split_merge");
  INFO(name);
  scenarios::Scenario const world = example(name);
  ScenarioResult const expected = run_study(world, replications(3, 1)).comparison.base;
  for (ExecutorKind const executor : {ExecutorKind::automatic, ExecutorKind::sequential, ExecutorKind::parallel}) {
    StudyOptions options = replications(3, 4);
    options.executor = executor;
    ScenarioResult const result = run_study(world, options).comparison.base;
    CHECK(result.run_digest == expected.run_digest);
    CHECK(result.ledger_digest == expected.ledger_digest);
  }
}

TEST_CASE("a scenario compared with itself differs in nothing", "[experiment]") {
  scenarios::Scenario const world = example("branches");
  CorridorDifference const difference =
      compare_study(world, {&world}, replications(2)).comparison.alternatives.at(0).corridors.at(0);
  CHECK(difference.is_exactly_equal);
  CHECK(difference.pairs > 1000);
  CHECK(difference.transit_time_h.value == 0);
  for (Measure const& component : difference.components_h) CHECK(component.value == 0);
}

TEST_CASE("the resource figures of M/M/1 agree with theory", "[experiment]") {
  // Utilisation ρ = 0.7, mean queue ρ²/(1−ρ), mean wait ρ s/(1−ρ) with s = 0.7 h. Student's t over 40 replications has
  // quantile 5.9 at 1e-6 (two-sided); the 95 % half width is 2.02 standard errors.
  ScenarioResult const result = run_study(example("mm1"), replications(40)).comparison.base;
  auto const agrees = [](Measure const& measure, double truth) {
    double const half = ((*measure.ci95)[1] - (*measure.ci95)[0]) / 2 * (5.9 / 2.02);
    return measure.value > truth - half && measure.value < truth + half;
  };
  ResourceResult const* officers = nullptr;
  for (PlaceResult const& place : result.places) {
    for (ResourceResult const& resource : place.resources) officers = &resource;
  }
  REQUIRE(officers != nullptr);
  CHECK(agrees(officers->utilisation, 0.7));
  CHECK(agrees(officers->mean_queue, 0.49 / 0.3));
  CHECK(agrees(officers->mean_wait_h, 0.7 * 0.7 / 0.3));
}

TEST_CASE("the sum of the components of a corridor is its mean transit time", "[experiment]") {
  CorridorResult const corridor = run_study(example("office"), replications(3)).comparison.base.corridors.at(0);
  double sum = 0;
  for (Measure const& component : corridor.components_h) sum += component.value;
  CHECK(sum == Approx(corridor.transit_time_h.mean.value).epsilon(1e-12));
}

}  // namespace
}  // namespace shudao::experiment

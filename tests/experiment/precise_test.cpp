#include "sim/experiment/precise.h"

#include <catch2/catch.hpp>

#include "sim/base/errors.h"
#include "sim/experiment/codec.h"
#include "sim/experiment/conduct.h"
#include "tiny_world.h"

namespace shudao::experiment {
namespace {

scenarios::Scenario const kBase = tiny_world(), kSlower = tiny_world_called("slower");

StudyOptions precise_to(double share, int threads = 2) {
  StudyOptions options;
  options.threads = threads;
  options.precision.share = share;
  return options;
}

Comparison without_time(Comparison comparison) {
  comparison.base.wall_s = 0;
  for (Alternative& alternative : comparison.alternatives) alternative.result.wall_s = 0;
  return comparison;
}

TEST_CASE("replications are added until the mean time is as precise as was asked for", "[experiment]") {
  StudyOutcome const found = conduct({&kBase}, precise_to(0.02), drawn_replication);
  Measure const mean = found.comparison.base.corridors.at(0).transit_time_h.mean;
  CHECK(found.comparison.base.replications > 10);
  CHECK(*mean.half_width() <= 0.02 * mean.value);
  CHECK(found.imprecise.empty());
}

TEST_CASE("what ten replications know well enough takes ten", "[experiment]") {
  CHECK(conduct({&kBase}, precise_to(0.5), drawn_replication).comparison.base.replications == 10);
}

TEST_CASE("a study that stopped by precision is that of as many replications, on any number of threads",
          "[experiment]") {
  Comparison const found = conduct({&kBase, &kSlower}, precise_to(0.03), drawn_replication).comparison;
  StudyOptions fixed;
  fixed.threads = 1;
  fixed.replications = static_cast<int>(found.base.replications);
  Comparison const same = conduct({&kBase, &kSlower}, fixed, drawn_replication).comparison;
  CHECK(text_of(without_time(found)) == text_of(without_time(same)));
  CHECK(conduct({&kBase, &kSlower}, precise_to(0.03, 1), drawn_replication).comparison.base.replications ==
        found.base.replications);
}

TEST_CASE("a bound that comes first is kept, and what is not known well enough is told", "[experiment]") {
  StudyOptions options = precise_to(0.0001);
  options.precision.most = 14;
  StudyOutcome const found = conduct({&kBase}, options, drawn_replication);
  CHECK(found.comparison.base.replications == 14);
  REQUIRE(found.imprecise.size() == 1);
  CHECK(found.imprecise[0].corridor == "a-b");
  CHECK(found.imprecise[0].share > 0.0001);
}

TEST_CASE("measures to be known are named by the beginnings of their names", "[experiment]") {
  CHECK(precision_measures({"cost", "transit_time_h.p95"}) ==
        std::vector<std::string>{"cost_cny_per_teu", "transit_time_h.p95"});
  CHECK_THROWS_AS(precision_measures({"luck"}), InputErrors);
}

}  // namespace
}  // namespace shudao::experiment

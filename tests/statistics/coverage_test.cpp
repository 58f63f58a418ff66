#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/experiment/statistics/precision.h"
#include "sim/experiment/statistics/t_interval.h"
#include "synthetic.h"

// 10,000 experiments each; fixed draws. A share that should be 95 % has a standard error of 0.22 %.

namespace shudao::experiment {
namespace {

bool covers(Measure const& measure, double truth) { return (*measure.ci95)[0] <= truth && truth <= (*measure.ci95)[1]; }

std::vector<double> normals(Draws& draws, int count, double mean, double deviation) {
  std::vector<double> values;
  for (int i = 0; i < count; ++i) values.push_back(mean + deviation * draws.normal());
  return values;
}

/// A replication is a mean over many consignments, here 40 exponential ones: nearly, not quite, normal.
double mean_of_exponentials(Draws& draws, double mean) {
  double sum = 0;
  for (int i = 0; i < 40; ++i) sum += draws.exponential();
  return mean * sum / 40;
}

TEST_CASE("95 % intervals of a mean over ten replications hold the truth in 94 to 96 %", "[statistics]") {
  double const share =
      share_of_experiments([](Draws& draws) { return covers(t_interval(normals(draws, 10, 7, 2)), 7); });
  INFO(share);
  CHECK(share >= 0.94);
  CHECK(share <= 0.96);
}

TEST_CASE("intervals of replications that are means of skewed times hold the truth in 94 to 96 %", "[statistics]") {
  double const share = share_of_experiments([](Draws& draws) {
    std::vector<double> values;
    for (int i = 0; i < 20; ++i) values.push_back(mean_of_exponentials(draws, 48));
    return covers(t_interval(values), 48);
  });
  INFO(share);
  CHECK(share >= 0.94);
  CHECK(share <= 0.96);
}

TEST_CASE("paired differences under common random numbers hold the truth in 94 to 96 %", "[statistics]") {
  double const share = share_of_experiments([](Draws& draws) {
    std::vector<double> differences;
    for (int i = 0; i < 10; ++i) {
      double const shared = draws.normal();
      double const base = 300 + 20 * shared + 2 * draws.normal();
      double const alternative = 298 + 19 * shared + 2 * draws.normal();
      differences.push_back(alternative - base);
    }
    return covers(t_interval(differences), -2);
  });
  INFO(share);
  CHECK(share >= 0.94);
  CHECK(share <= 0.96);
}

TEST_CASE("the jackknifed ratio of unequal replications holds the truth in 94 to 96 %", "[statistics]") {
  double const share = share_of_experiments([](Draws& draws) {
    std::vector<double> cost, teu;
    for (int i = 0; i < 30; ++i) {
      teu.push_back(1'000 + 100 * draws.normal());
      cost.push_back(21'000 * teu.back() + 400'000 * draws.normal());
    }
    return covers(ratio_interval(cost, teu), 21'000);
  });
  INFO(share);
  CHECK(share >= 0.94);
  CHECK(share <= 0.96);
}

TEST_CASE("when whole trains are late, intervals over replications hold and pooled ones would not", "[statistics]") {
  int pooled_hold = 0;
  double const share = share_of_experiments([&](Draws& draws) {
    std::vector<double> replications, pooled;
    for (int replication = 0; replication < 10; ++replication) {
      std::vector<double> times;
      for (int train = 0; train < 5; ++train) {
        double const late = 24 * draws.normal();
        for (int consignment = 0; consignment < 10; ++consignment) times.push_back(300 + late + draws.normal());
      }
      replications.push_back(mean_of(times));
      pooled.insert(pooled.end(), times.begin(), times.end());
    }
    pooled_hold += covers(t_interval(pooled), 300) ? 1 : 0;
    return covers(t_interval(replications), 300);
  });
  double const pooled_share = static_cast<double>(pooled_hold) / kExperiments;
  INFO(share << " over replications, " << pooled_share << " pooled");
  CHECK(share >= 0.94);
  CHECK(share <= 0.96);
  CHECK(pooled_share < 0.6);
}

/// Adds replications one by one until the rule is met.
Measure as_precise_as(PrecisionRule rule, std::function<double()> const& replication) {
  std::vector<double> values;
  for (int i = 0; i < PrecisionRule::kLeast; ++i) values.push_back(replication());
  while (!rule.is_met(t_interval(values))) values.push_back(replication());
  return t_interval(values);
}

/// The same as studies do it: as many at once as the rule expects to be needed.
Measure as_precise_in_batches(PrecisionRule rule, std::function<double()> const& replication) {
  std::vector<double> values;
  int wanted = PrecisionRule::kLeast;
  while (static_cast<int>(values.size()) < wanted) {
    while (static_cast<int>(values.size()) < wanted) values.push_back(replication());
    wanted = rule.replications_needed(t_interval(values), 10'000);
  }
  return t_interval(values);
}

TEST_CASE("intervals after replications were added until 5 % was reached hold the truth in 92 % or more",
          "[statistics]") {
  double const share = share_of_experiments(
      [](Draws& draws) { return covers(as_precise_as({0.05}, [&] { return 100 + 15 * draws.normal(); }), 100); });
  INFO(share);
  CHECK(share >= 0.92);
}

TEST_CASE("the same for replications that are skewed", "[statistics]") {
  double const share = share_of_experiments(
      [](Draws& draws) { return covers(as_precise_as({0.05}, [&] { return mean_of_exponentials(draws, 48); }), 48); });
  INFO(share);
  CHECK(share >= 0.92);
}

TEST_CASE("the same when replications are added in batches of as many as seem to be needed", "[statistics]") {
  double const share = share_of_experiments([](Draws& draws) {
    return covers(as_precise_in_batches({0.05}, [&] { return 100 + 15 * draws.normal(); }), 100);
  });
  INFO(share);
  CHECK(share >= 0.92);
}

/// The mean wait of the first 2,000 customers of an empty M/M/1 at ρ = 0.8 (Lindley's recursion), service mean 1.
double mean_wait_from_empty(Draws& draws) {
  double wait = 0, sum = 0;
  for (int customer = 0; customer < 2'000; ++customer) {
    sum += wait;
    wait = std::max(0.0, wait + draws.exponential() - draws.exponential() / 0.8);
  }
  return sum / 2'000;
}

TEST_CASE("M/M/1 at 0.8 from empty: what a start without warm-up does to intervals is printed", "[statistics]") {
  int held = 0;
  for (std::uint32_t experiment = 0; experiment < 1'000; ++experiment) {
    Draws draws{experiment};
    std::vector<double> values;
    for (int i = 0; i < 10; ++i) values.push_back(mean_wait_from_empty(draws));
    held += covers(t_interval(values), 4) ? 1 : 0;
  }
  WARN("95 % intervals of the mean wait of M/M/1, 2,000 customers from empty, hold the long-run mean in " << held / 10.0
                                                                                                          << " %");
  CHECK(held > 0);
}

}  // namespace
}  // namespace shudao::experiment

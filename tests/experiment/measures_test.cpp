#include "sim/experiment/measures.h"

#include <catch2/catch.hpp>

#include "sim/experiment/minute_counts.h"
#include "sim/experiment/statistics/t_quantile.h"

namespace shudao::experiment {
namespace {

std::vector<Measure> singles(std::vector<double> const& values) {
  std::vector<Measure> measures;
  for (double const value : values) measures.push_back(single(value));
  return measures;
}

TEST_CASE("quantiles of Student's t agree with the published table", "[experiment]") {
  // E. S. Pearson and H. O. Hartley, Biometrika Tables for Statisticians, table 12: two-sided 5 %.
  CHECK(t_quantile_975(1) == Approx(12.706).margin(5e-4));
  CHECK(t_quantile_975(4) == Approx(2.776).margin(5e-4));
  CHECK(t_quantile_975(9) == Approx(2.262).margin(5e-4));
  CHECK(t_quantile_975(19) == Approx(2.093).margin(5e-4));
  CHECK(t_quantile_975(30) == Approx(2.042).margin(5e-4));
  CHECK(t_quantile_975(120) == Approx(1.980).margin(5e-4));
}

TEST_CASE("the interval of a mean is that of the textbook", "[experiment]") {
  // Mean 3, s² = 2.5, n = 5: half width 2.776445105 · √0.5.
  Measure const mean = over_replications(singles({1, 2, 3, 4, 5}));
  CHECK(mean.value == 3);
  CHECK(mean.n == 5);
  REQUIRE(mean.ci95);
  CHECK((*mean.ci95)[0] == Approx(3 - 1.963243).epsilon(1e-6));
  CHECK((*mean.ci95)[1] == Approx(3 + 1.963243).epsilon(1e-6));
}

TEST_CASE("one replication has no interval", "[experiment]") {
  Measure const mean = over_replications(singles({7}));
  CHECK(mean.value == 7);
  CHECK_FALSE(mean.ci95);
}

TEST_CASE("replications that agree have exactly their value as mean and interval", "[experiment]") {
  Measure const mean = over_replications(singles(std::vector<double>(7, 0.1)));
  CHECK(mean.value == 0.1);
  CHECK(*mean.ci95 == std::array{0.1, 0.1});
}

TEST_CASE("a replication that observed nothing does not count", "[experiment]") {
  std::vector<Measure> measures = singles({1, 3});
  measures.push_back(unobserved());
  Measure const mean = over_replications(measures);
  CHECK(mean.value == 2);
  CHECK(mean.n == 2);
}

TEST_CASE("what no replication observed has n = 0", "[experiment]") {
  CHECK(over_replications(std::vector<Measure>(3)).n == 0);
}

TEST_CASE("intervals cover the mean of normal samples as often as they say", "[experiment]") {
  // 20,000 samples of 5 sums of 12 uniforms; hits are binomial(20000, 0.95), σ = 30.8. Five and a half σ: false alarm
  // below 1e-7. The sum of uniforms is near enough to normal to move the coverage by less than a tenth of a percent.
  RandomStream draws{{11, 0}, Purpose::guest, name_hash("coverage")};
  int hits = 0;
  for (int sample = 0; sample < 20'000; ++sample) {
    std::vector<Measure> values;
    for (int i = 0; i < 5; ++i) {
      double sum = 0;
      for (int k = 0; k < 12; ++k) sum += draws.uniform();
      values.push_back(single(sum - 6));
    }
    Measure const mean = over_replications(values);
    if ((*mean.ci95)[0] <= 0 && (*mean.ci95)[1] >= 0) ++hits;
  }
  CHECK(hits > 19'000 - 190);
  CHECK(hits < 19'000 + 190);
}

TEST_CASE("a quantile is the smallest minute that enough values do not exceed", "[experiment]") {
  MinuteCounts counts;
  for (int minute = 1; minute <= 20; ++minute) counts.add(Duration::from_min(minute));
  CHECK(counts.quantile_h(5) == 1 / 60.0);
  CHECK(counts.quantile_h(50) == 10 / 60.0);
  CHECK(counts.quantile_h(51) == 11 / 60.0);
  CHECK(counts.quantile_h(95) == 19 / 60.0);
  CHECK(counts.quantile_h(100) == 20 / 60.0);
}

TEST_CASE("a duration counts for its nearest minute", "[experiment]") {
  MinuteCounts counts;
  counts.add(Duration::from_ms(89'999));
  CHECK(counts.quantile_h(50) == 1 / 60.0);
  counts.add(Duration::from_ms(90'000));
  CHECK(counts.quantile_h(100) == 2 / 60.0);
}

TEST_CASE("a quantile of nothing is zero", "[experiment]") { CHECK(MinuteCounts{}.quantile_h(95) == 0); }

TEST_CASE("correlation is 1, -1 or 0 where it must be", "[experiment]") {
  std::vector<double> const up{1, 2, 3}, down{6, 4, 2}, flat{5, 5, 5};
  CHECK(correlation(up, up) == Approx(1));
  CHECK(correlation(up, down) == Approx(-1));
  CHECK(correlation(up, flat) == 0);
}

}  // namespace
}  // namespace shudao::experiment

#include "sim/experiment/statistics/t_interval.h"

#include <catch2/catch.hpp>

namespace shudao::experiment {
namespace {

TEST_CASE("a ratio whose parts are proportional has exactly that ratio and no width", "[statistics]") {
  std::vector<double> const over{2, 4, 6, 8}, under{1, 2, 3, 4};
  Measure const ratio = ratio_interval(over, under);
  CHECK(ratio.value == Approx(2).epsilon(1e-12));
  CHECK(*ratio.half_width() == Approx(0).margin(1e-12));
  CHECK(ratio.n == 4);
}

TEST_CASE("the jackknife of a ratio is that of a hand calculation", "[statistics]") {
  // 6/4 over all; leaving out one: 5/3, 4/2, 3/3. Pseudo-values 4.5 − 2·(5/3, 2, 1) = 7/6, 1/2, 5/2.
  std::vector<double> const over{1, 2, 3}, under{1, 2, 1};
  Measure const ratio = ratio_interval(over, under);
  CHECK(ratio.value == Approx((7.0 / 6 + 0.5 + 2.5) / 3).epsilon(1e-12));
}

TEST_CASE("a ratio over nothing is unobserved", "[statistics]") {
  std::vector<double> const over{1, 2}, nothing{0, 0}, one_only{0, 3};
  CHECK(ratio_interval(over, nothing).n == 0);
  CHECK(ratio_interval(over, one_only).n == 0);
}

TEST_CASE("one replication gives a ratio without interval", "[statistics]") {
  std::vector<double> const over{3}, under{2};
  CHECK(ratio_interval(over, under).value == 1.5);
  CHECK_FALSE(ratio_interval(over, under).ci95);
}

}  // namespace
}  // namespace shudao::experiment

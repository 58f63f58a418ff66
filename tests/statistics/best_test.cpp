#include "sim/experiment/statistics/best.h"

#include <catch2/catch.hpp>

#include "synthetic.h"

namespace shudao::experiment {
namespace {

TEST_CASE("an option better in every replication is best for certain", "[statistics]") {
  auto const p = probability_of_being_best({{3, 4, 5}, {2, 3, 4}}, Better::smaller, 42);
  CHECK(p == std::vector<double>{0, 1});
  CHECK(probability_of_being_best({{3, 4, 5}, {2, 3, 4}}, Better::larger, 42) == std::vector<double>{1, 0});
}

TEST_CASE("options that are equal in every replication share it evenly", "[statistics]") {
  std::vector<double> const same{0.1, 0.2, 0.7};
  auto const p = probability_of_being_best({same, same}, Better::smaller, 42);
  CHECK(p[0] == Approx(0.5).epsilon(1e-12));
  CHECK(p[1] == Approx(0.5).epsilon(1e-12));
}

TEST_CASE("the probabilities add up to one", "[statistics]") {
  Draws draws{3};
  std::vector<std::vector<double>> values(4);
  for (auto& option : values) {
    for (int i = 0; i < 20; ++i) option.push_back(draws.normal());
  }
  double sum = 0;
  for (double const share : probability_of_being_best(values, Better::larger, 42)) sum += share;
  CHECK(sum == Approx(1).epsilon(1e-12));
}

TEST_CASE("half a standard error ahead is best with the probability of the normal distribution", "[statistics]") {
  // Differences −1 and +1 in turn, shifted: of 100 their mean has a standard error of 0.1 and lies 0.05 below 0.
  std::vector<double> base(100), option(100);
  for (int i = 0; i < 100; ++i) option[static_cast<std::size_t>(i)] = (i % 2 == 0 ? 1 : -1) - 0.05;
  double const p = probability_of_being_best({base, option}, Better::smaller, 42)[1];
  // Φ(0.5) = 0.6915; 4,000 samples: 4.9 standard errors are 0.036; the sum of 100 steps of ±1 is lumpy by 0.04.
  CHECK(p == Approx(0.6915).margin(0.076));
}

}  // namespace
}  // namespace shudao::experiment

#include "sim/experiment/statistics/paired_test.h"

#include <catch2/catch.hpp>

using namespace shudao::experiment;

namespace {

std::vector<Measure> observed(std::vector<double> const& values) {
  std::vector<Measure> all;
  for (double const value : values) all.push_back({value, std::nullopt, 1});
  return all;
}

}  // namespace

TEST_CASE("two-sided p values are those of the tables of Student's t", "[statistics]") {
  CHECK(two_sided_p(2.093024, 19) == Approx(0.05).epsilon(1e-5));
  CHECK(two_sided_p(-4.302653, 2) == Approx(0.05).epsilon(1e-5));
  CHECK(two_sided_p(0, 5) == 1);
}

TEST_CASE("a paired test sees through what both sides share", "[statistics]") {
  // Differences 1, 2, 3: mean 2, standard error 1/sqrt(3), so t = 3.4641 with two degrees of freedom.
  PairedTest const test = paired_test(observed({10, 50, 90}), observed({11, 52, 93}));
  CHECK(test.difference.value == Approx(2));
  CHECK(test.p == Approx(0.0741799).epsilon(1e-5));
  CHECK_FALSE(test.is_exactly_equal);
}

TEST_CASE("equal replications are exactly equal, whatever the order of their sums rounded", "[statistics]") {
  PairedTest const test = paired_test(observed({0.1 + 0.2, 7, 9}), observed({0.3, 7, 9}));
  CHECK(test.is_exactly_equal);
  CHECK(test.difference.value == 0);
  CHECK(test.p == 1);
}

TEST_CASE("the same difference in every replication is as sure as so many equal signs", "[statistics]") {
  CHECK(paired_test(observed({1, 2, 4}), observed({2, 3, 5})).p == 0.25);
  std::vector<double> const base(20, 7), alternative(20, 8);
  CHECK(paired_test(observed(base), observed(alternative)).p == Approx(1 / 524'288.0).margin(1e-9));
}

TEST_CASE("replications that one side did not observe are left out", "[statistics]") {
  auto base = observed({1, 2, 3, 4});
  base[1].n = 0;
  PairedTest const test = paired_test(base, observed({2, 100, 4, 5}));
  CHECK(test.difference.n == 3);
  CHECK(test.difference.value == 1);
}

TEST_CASE("two replications prove nothing", "[statistics]") {
  CHECK(paired_test(observed({1, 1}), observed({9, 9})).p == 1);
}

TEST_CASE("Holm's adjustment is that of his paper: step down, never falling", "[statistics]") {
  std::vector<double> const adjusted = holm_adjusted({0.01, 0.04, 0.03, 0.005});
  std::vector<double> const expected{0.03, 0.06, 0.06, 0.02};
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(adjusted[i] == Approx(expected[i]));
}

#include "sim/base/distribution.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/base/partial_moments.h"

using namespace shudao;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Distribution truncated(Distribution of, double low, double high) {
  return {Truncated{std::make_shared<Distribution const>(std::move(of)), low, high}};
}

/// At least one of every kind, and the corners of those with several ways of drawing.
std::vector<Distribution> zoo() {
  return {Uniform{2.0, 5.0},
          Triangular{1.0, 2.0, 6.0},
          Triangular{1.0, 1.0, 6.0},
          Triangular{1.0, 6.0, 6.0},
          Exponential{3.0},
          Gamma{3.0, 0.05},
          Gamma{3.0, 0.7},
          Gamma{3.0, 1.0},
          Gamma{3.0, 1.6},
          Lognormal{3.0, 0.1},
          Lognormal{3.0, 0.9},
          Weibull{0.8, 3.0},
          Weibull{3.5, 3.0},
          Empirical{{4.0, 1.0, 2.5}, {0.4, 0.1, 0.0}},
          truncated(Gamma{3.0, 0.7}, 1.0, 4.0),
          truncated(Lognormal{3.0, 0.9}, 0.0, 5.0),
          truncated(Weibull{0.8, 3.0}, 2.0, kInfinity),
          truncated(Triangular{1.0, 2.0, 6.0}, 1.5, 3.0),
          truncated(Empirical{{1.0, 2.0, 3.0}, {1.0, 2.0, 3.0}}, 2.0, 3.0),
          truncated(truncated(Exponential{3.0}, 1.0, 9.0), 0.0, 4.0)};
}

std::vector<double> draw(Distribution const& distribution, int count, std::uint64_t name) {
  RandomStream random{{20220103, 0}, Purpose::guest, NameHash{name}};
  std::vector<double> values(static_cast<std::size_t>(count));
  for (double& value : values) value = distribution.sample(random);
  return values;
}

/// The mean of (x − centre)^power.
double moment(std::vector<double> const& values, double centre, int power) {
  double sum = 0.0;
  for (double const value : values) sum += std::pow(value - centre, power);
  return sum / static_cast<double>(values.size());
}

}  // namespace

// Fixed seeds. 5.5 standard errors are passed by chance with probability 4e-8, by any of the 20 distributions with
// 8e-7.

TEST_CASE("the mean of many draws is the stated mean", "[distribution]") {
  std::uint64_t name = 0;
  for (Distribution const& distribution : zoo()) {
    auto const values = draw(distribution, 400'000, ++name);
    CAPTURE(name);
    CHECK(std::fabs(moment(values, distribution.mean(), 1)) < 5.5 * std::sqrt(distribution.variance() / 4e5));
  }
}

TEST_CASE("the variance of many draws is the stated variance", "[distribution]") {
  std::uint64_t name = 100;
  for (Distribution const& distribution : zoo()) {
    auto const values = draw(distribution, 400'000, ++name);
    double const variance = moment(values, distribution.mean(), 2);
    double const error = std::sqrt((moment(values, distribution.mean(), 4) - variance * variance) / 4e5);
    CAPTURE(name);
    CHECK(std::fabs(variance - distribution.variance()) < 5.5 * error + 1e-12);
  }
}

TEST_CASE("draws follow the distribution function, not just its moments", "[distribution]") {
  std::uint64_t name = 200;
  for (Distribution const& distribution : zoo()) {
    auto values = draw(distribution, 20'000, ++name);
    std::sort(values.begin(), values.end());
    double distance = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i + 1 < values.size() && values[i] == values[i + 1]) continue;  // compare after the last of equal values
      double const below = partial_moments(distribution, 0.0, values[i]).mass;
      distance = std::max(distance, std::fabs(below - static_cast<double>(i + 1) / 2e4));
    }
    CAPTURE(name);
    CHECK(distance * std::sqrt(2e4) < 3.0);  // Kolmogorov-Smirnov: 2 exp(-2 × 3²) = 3e-8, times 20
  }
}

TEST_CASE("no draw leaves the support", "[distribution]") {
  std::uint64_t name = 300;
  for (Distribution const& distribution : zoo()) {
    auto const values = draw(distribution, 20'000, ++name);
    CAPTURE(name);
    CHECK(*std::min_element(values.begin(), values.end()) >= distribution.lower());
    CHECK(*std::max_element(values.begin(), values.end()) <= distribution.upper());
  }
}

TEST_CASE("moments in closed form agree with textbooks", "[distribution]") {
  CHECK(Distribution{Triangular{1.0, 2.0, 6.0}}.mean() == Approx(3.0));
  CHECK(Distribution{Triangular{1.0, 2.0, 6.0}}.variance() == Approx(7.0 / 6.0));
  CHECK(Distribution{Weibull{2.0, 1.0}}.mean() == Approx(std::sqrt(M_PI) / 2.0));
  CHECK(Distribution{Weibull{2.0, 1.0}}.variance() == Approx(1.0 - M_PI / 4.0));
  CHECK(Distribution{Lognormal{3.0, 0.5}}.variance() == Approx(2.25));
  CHECK(Distribution{Empirical{{1.0, 3.0}, {1.0, 3.0}}}.variance() == Approx(0.75));
}

TEST_CASE("a constant draws nothing from its stream", "[distribution]") {
  RandomStream used{{1, 0}, Purpose::guest, NameHash{1}}, fresh = used;
  CHECK(Distribution{Constant{2.5}}.sample(used) == 2.5);
  CHECK(used.bits64() == fresh.bits64());
}

TEST_CASE("every good distribution is without fault", "[distribution]") {
  for (Distribution const& distribution : zoo()) CHECK(std::string{fault_of(distribution)}.empty());
  CHECK(std::string{fault_of(Constant{0.0})}.empty());
  CHECK(std::string{fault_of(Uniform{2.0, 2.0})}.empty());
  CHECK(std::string{fault_of(Triangular{2.0, 2.0, 2.0})}.empty());
}

TEST_CASE("parameters that make no distribution are named", "[distribution]") {
  std::vector<std::pair<Distribution::Kind, std::string>> const cases{
      {Constant{-1.0}, "the value must be ≥ 0"},
      {Constant{kNaN}, "the value must be ≥ 0"},
      {Uniform{-1.0, 2.0}, "low must be ≥ 0"},
      {Uniform{3.0, 2.0}, "low must not exceed high"},
      {Triangular{-1.0, 1.0, 2.0}, "low must be ≥ 0"},
      {Triangular{3.0, 3.0, 2.0}, "low must not exceed high"},
      {Triangular{1.0, 4.0, 3.0}, "the mode must lie between low and high"},
      {Exponential{0.0}, "the mean must be > 0"},
      {Exponential{kInfinity}, "the mean must be > 0"},
      {Gamma{0.0, 1.0}, "the mean must be > 0"},
      {Gamma{1.0, 0.0}, "the coefficient of variation must lie between 0.001 and 100"},
      {Lognormal{-1.0, 1.0}, "the mean must be > 0"},
      {Lognormal{1.0, -0.5}, "the coefficient of variation must lie between 0.001 and 100"},
      {Weibull{1.0, 0.0}, "the scale must be > 0"},
      {Weibull{0.0, 1.0}, "the shape must lie between 0.05 and 1000"},
      {Empirical{{}, {}}, "there must be at least one value"},
      {Empirical{{1.0}, {1.0, 2.0}}, "there must be as many weights as values"},
      {Empirical{{-1.0}, {1.0}}, "no value may be negative"},
      {Empirical{{1.0, 2.0}, {1.0, -1.0}}, "no weight may be negative"},
      {Empirical{{1.0, 2.0}, {0.0, 0.0}}, "the weights must not sum to 0"},
      {Truncated{nullptr, 0.0, 1.0}, "there must be a distribution to truncate"},
      {truncated(Exponential{-1.0}, 0.0, 1.0).kind(), "the mean must be > 0"},
      {truncated(Exponential{1.0}, -1.0, 1.0).kind(), "low must be ≥ 0"},
      {truncated(Exponential{1.0}, 2.0, 1.0).kind(), "low must not exceed high"},
      {truncated(Exponential{1.0}, 8.0, 9.0).kind(), "the interval must hold at least 0.1 % of the distribution"},
      {truncated(Uniform{1.0, 2.0}, 3.0, 4.0).kind(), "the interval must hold at least 0.1 % of the distribution"},
      {truncated(Constant{1.0}, 3.0, 4.0).kind(), "the interval must hold at least 0.1 % of the distribution"}};
  for (auto const& [kind, message] : cases) CHECK(std::string{fault_of(Distribution{kind})} == message);
}

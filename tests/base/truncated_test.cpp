#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numbers>

#include "sim/base/partial_moments.h"

using namespace shudao;

namespace {

/// ∫ x^power f(x) dx over [low, high] by Simpson's rule, the second opinion on the closed forms.
double integral(std::function<double(double)> const& density, int power, double low, double high) {
  constexpr int kSteps = 20'000;
  double const width = (high - low) / kSteps;
  double sum = 0.0;
  for (int i = 0; i <= kSteps; ++i) {
    double const x = low + width * i;
    sum += (i == 0 || i == kSteps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0) * std::pow(x, power) * density(x);
  }
  return sum * width / 3.0;
}

void check(Distribution const& distribution, std::function<double(double)> const& density, double low, double high) {
  Moments const part = partial_moments(distribution, low, high);
  CHECK(part.mass == Approx(integral(density, 0, low, high)).epsilon(1e-9));
  CHECK(part.first == Approx(integral(density, 1, low, high)).epsilon(1e-9));
  CHECK(part.second == Approx(integral(density, 2, low, high)).epsilon(1e-9));
}

}  // namespace

TEST_CASE("partial moments of a uniform distribution are the integrals of its density", "[distribution]") {
  check(
      Uniform{1.0, 5.0}, [](double) { return 0.25; }, 2.0, 4.5);
}

TEST_CASE("partial moments of an exponential distribution are the integrals of its density", "[distribution]") {
  check(
      Exponential{3.0}, [](double x) { return std::exp(-x / 3.0) / 3.0; }, 2.0, 9.0);
}

TEST_CASE("partial moments of a gamma distribution are the integrals of its density", "[distribution]") {
  double const shape = 1.0 / 0.36, scale = 3.0 * 0.36;
  auto const density = [=](double x) {
    return std::pow(x / scale, shape - 1.0) * std::exp(-x / scale) / (scale * std::tgamma(shape));
  };
  check(Gamma{3.0, 0.6}, density, 1.0, 9.0);
}

TEST_CASE("partial moments of a lognormal distribution are the integrals of its density", "[distribution]") {
  double const spread = std::sqrt(std::log(1.0 + 0.64)), centre = std::log(3.0) - 0.5 * spread * spread;
  auto const density = [=](double x) {
    double const z = (std::log(x) - centre) / spread;
    return std::exp(-0.5 * z * z) / (x * spread * std::sqrt(2.0 * std::numbers::pi));
  };
  check(Lognormal{3.0, 0.8}, density, 1.0, 9.0);
}

TEST_CASE("partial moments of a Weibull distribution are the integrals of its density", "[distribution]") {
  auto const density = [](double x) { return 1.7 / 3.0 * std::pow(x / 3.0, 0.7) * std::exp(-std::pow(x / 3.0, 1.7)); };
  check(Weibull{1.7, 3.0}, density, 1.0, 9.0);
}

TEST_CASE("partial moments of a triangular distribution are sums over its two sides", "[distribution]") {
  auto const density = [](double x) { return x < 2.0 ? 0.4 * (x - 1.0) : 0.1 * (6.0 - x); };
  Moments const whole = partial_moments(Triangular{1.0, 2.0, 6.0}, 1.5, 4.0);
  CHECK(whole.mass == Approx(integral(density, 0, 1.5, 2.0) + integral(density, 0, 2.0, 4.0)).epsilon(1e-9));
  CHECK(whole.second == Approx(integral(density, 2, 1.5, 2.0) + integral(density, 2, 2.0, 4.0)).epsilon(1e-9));
}

TEST_CASE("an exponential distribution cut off at the left keeps its spread, for it has no memory", "[distribution]") {
  auto const of = std::make_shared<Distribution const>(Exponential{3.0});
  Distribution const later{Truncated{of, 5.0, 1e9}};
  CHECK(later.mean() == Approx(8.0).epsilon(1e-12));
  CHECK(later.variance() == Approx(9.0).epsilon(1e-10));
}

TEST_CASE("cutting off nothing changes no moment", "[distribution]") {
  for (Distribution const& whole :
       std::vector<Distribution>{Uniform{1.0, 2.0}, Triangular{1.0, 1.0, 4.0}, Gamma{2.0, 3.0}, Lognormal{2.0, 0.5},
                                 Weibull{0.5, 1.0}, Constant{2.0}}) {
    Distribution const cut{Truncated{std::make_shared<Distribution const>(whole), 0.0, 1e300}};
    CHECK(cut.mean() == Approx(whole.mean()).epsilon(1e-12));
    CHECK(cut.variance() == Approx(whole.variance()).epsilon(1e-11).margin(1e-15));
    CHECK(cut.lower() == whole.lower());
  }
}

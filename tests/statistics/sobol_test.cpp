#include "sim/experiment/statistics/sobol.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

namespace shudao::experiment {
namespace {

std::vector<SobolIndex> indices_of(std::size_t inputs, std::size_t samples,
                                   double (*model)(std::vector<double> const&)) {
  std::vector<double> outputs;
  for (auto const& point : sobol_points(inputs, samples)) outputs.push_back(model(point));
  return sobol_indices(inputs, outputs, 42);
}

TEST_CASE("Sobol indices of the Ishigami function are the published ones", "[statistics]") {
  // Ishigami and Homma, 1990, with a = 7, b = 0.1: S = 0.3139, 0.4424, 0; ST = 0.5576, 0.4424, 0.2437.
  auto const indices = indices_of(3, 4'096, [](auto const& u) {
    auto const angle = [&](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
    double const s = std::sin(angle(1));
    return std::sin(angle(0)) + 7 * s * s + 0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
  });
  CHECK(indices[0].first.value == Approx(0.3139).margin(0.01));
  CHECK(indices[1].first.value == Approx(0.4424).margin(0.01));
  CHECK(indices[2].first.value == Approx(0).margin(0.01));
  CHECK(indices[0].total.value == Approx(0.5576).margin(0.01));
  CHECK(indices[1].total.value == Approx(0.4424).margin(0.01));
  CHECK(indices[2].total.value == Approx(0.2437).margin(0.01));
}

TEST_CASE("of a sum of independent inputs the shares are those of the variances", "[statistics]") {
  auto const indices = indices_of(3, 1'024, [](auto const& u) { return 1e6 + 3 * u[0] + 2 * u[1] + u[2]; });
  CHECK(indices[0].first.value == Approx(9.0 / 14).margin(0.01));
  CHECK(indices[1].total.value == Approx(4.0 / 14).margin(0.01));
  CHECK(indices[2].total.value == Approx(1.0 / 14).margin(0.01));
  REQUIRE(indices[0].first.ci95);
  CHECK((*indices[0].first.ci95)[0] <= indices[0].first.value);
  CHECK((*indices[0].first.ci95)[1] >= indices[0].first.value);
}

TEST_CASE("a model that ignores its inputs has indices of 0", "[statistics]") {
  for (auto const& index : indices_of(2, 64, [](auto const&) { return 7.5; })) {
    CHECK(index.first.value == 0);
    CHECK(index.total.value == 0);
  }
}

}  // namespace
}  // namespace shudao::experiment

#include "sim/experiment/statistics/morris.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace shudao::experiment {
namespace {

std::vector<MorrisEffect> effects_of(std::size_t inputs, double (*model)(std::vector<double> const&)) {
  Points const points = morris_points(inputs, 20, 42);
  std::vector<double> outputs;
  for (auto const& point : points) outputs.push_back(model(point));
  return morris_effects(points, outputs);
}

TEST_CASE("of a linear model the effects are its coefficients, without spread", "[statistics]") {
  auto const effects = effects_of(3, [](auto const& x) { return 5 * x[0] - 2 * x[1] + 0 * x[2]; });
  CHECK(effects[0].mean.value == Approx(5));
  CHECK(effects[1].mean.value == Approx(-2));
  CHECK(effects[1].absolute.value == Approx(2));
  CHECK(effects[2].absolute.value == 0);
  CHECK(effects[0].spread == Approx(0).margin(1e-9));
  CHECK(effects[0].mean.n == 20);
}

TEST_CASE("a product spreads the effects of both its inputs", "[statistics]") {
  auto const effects = effects_of(2, [](auto const& x) { return x[0] * x[1]; });
  CHECK(effects[0].spread > 0.1);
  CHECK(effects[1].spread > 0.1);
}

TEST_CASE("effects that cancel out are seen in their absolute mean", "[statistics]") {
  // Steps between 0 and 2/3 or 1/3 and 1 of (x − 1/2)²: −1/3 and +1/3 alike.
  auto const effects = effects_of(1, [](auto const& x) { return (x[0] - 0.5) * (x[0] - 0.5); });
  CHECK(effects[0].absolute.value == Approx(1.0 / 3));
  CHECK(std::abs(effects[0].mean.value) < 0.3);
}

TEST_CASE("every walk stays in the cube and changes one input at a time, each once", "[statistics]") {
  constexpr std::size_t kInputs = 7;
  Points const points = morris_points(kInputs, 50, 1);
  REQUIRE(points.size() == 50 * (kInputs + 1));
  bool is_inside = true, is_one_at_a_time = true;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (double const x : points[i]) is_inside = is_inside && x > -1e-12 && x < 1 + 1e-12;
    if (i % (kInputs + 1) == 0) continue;
    int changed = 0;
    for (std::size_t k = 0; k < kInputs; ++k) changed += points[i][k] != points[i - 1][k] ? 1 : 0;
    is_one_at_a_time = is_one_at_a_time && changed == 1;
  }
  CHECK(is_inside);
  CHECK(is_one_at_a_time);
}

}  // namespace
}  // namespace shudao::experiment

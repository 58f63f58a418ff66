#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/experiment/statistics/paired_test.h"
#include "sim/experiment/statistics/t_interval.h"
#include "synthetic.h"

// 10,000 experiments each; fixed draws. A share that is 5 % is seen above 5 % + 4.9 standard errors = 6.1 % once in two
// million such tests.

namespace shudao::experiment {
namespace {

constexpr double kProven = 0.05;
constexpr int kReplications = 10;

using Column = std::vector<Measure>;

/// Measures by option, of the same replications: what replications share, what measures of one option share, and a part
/// of each figure's own. All have the same mean.
std::vector<std::vector<Column>> world_of(Draws& draws, std::size_t options, std::size_t measures) {
  std::vector<std::vector<Column>> all(options, std::vector<Column>(measures));
  for (int replication = 0; replication < kReplications; ++replication) {
    double const shared = 5 * draws.normal();
    for (auto& option : all) {
      double const of_option = draws.normal();
      for (Column& measure : option) measure.push_back({100 + shared + of_option + draws.normal(), std::nullopt, 1});
    }
  }
  return all;
}

/// p values of every measure of every other option beside the first.
std::vector<double> tested(std::vector<std::vector<Column>> const& all) {
  std::vector<double> p;
  for (std::size_t option = 1; option < all.size(); ++option) {
    for (std::size_t m = 0; m < all[option].size(); ++m) p.push_back(paired_test(all[0][m], all[option][m]).p);
  }
  return p;
}

bool has_proof(std::vector<double> const& p) {
  return std::any_of(p.begin(), p.end(), [](double value) { return value < kProven; });
}

TEST_CASE("equal means are called different in at most 6.1 %", "[statistics]") {
  double const share = share_of_experiments([](Draws& draws) { return has_proof(tested(world_of(draws, 2, 1))); });
  INFO(share);
  CHECK(share <= 0.05 + slack(0.05));
  CHECK(share >= 0.05 - slack(0.05));
}

TEST_CASE("of 6 equal options with 8 measures any is called different in at most 6.1 %", "[statistics]") {
  int raw = 0;
  double const share = share_of_experiments([&](Draws& draws) {
    std::vector<double> const p = tested(world_of(draws, 6, 8));
    raw += has_proof(p) ? 1 : 0;
    return has_proof(holm_adjusted(p));
  });
  INFO(share << " adjusted, " << raw << " of 10,000 without adjustment");
  CHECK(share <= 0.05 + slack(0.05));
  CHECK(raw > 5'000);
}

TEST_CASE("among 40 comparisons a difference of three standard deviations is still proven", "[statistics]") {
  int proven = 0;
  for (std::uint32_t experiment = 0; experiment < 100; ++experiment) {
    Draws draws{experiment};
    auto world = world_of(draws, 6, 8);
    for (Measure& measure : world[3][0]) measure.value -= 6;
    proven += holm_adjusted(tested(world))[16] < kProven ? 1 : 0;
  }
  CHECK(proven >= 80);
}

TEST_CASE("shares that are counted inside each replication are held in 94 to 96 %", "[statistics]") {
  double const share = share_of_experiments([](Draws& draws) {
    std::vector<double> values;
    for (int replication = 0; replication < kReplications; ++replication) {
      int in_time = 0;
      for (int i = 0; i < 100; ++i) in_time += draws.uniform() < 0.7 ? 1 : 0;
      values.push_back(in_time / 100.0);
    }
    Measure const measure = t_interval(values);
    return (*measure.ci95)[0] <= 0.7 && 0.7 <= (*measure.ci95)[1];
  });
  INFO(share);
  CHECK(share >= 0.94);
  CHECK(share <= 0.96);
}

TEST_CASE("medians of each replication are held in 94 to 96 %", "[statistics]") {
  double const share = share_of_experiments([](Draws& draws) {
    std::vector<double> medians;
    for (int replication = 0; replication < kReplications; ++replication) {
      std::vector<double> times;
      for (int i = 0; i < 41; ++i) times.push_back(300 + 24 * draws.normal());
      std::nth_element(times.begin(), times.begin() + 20, times.end());
      medians.push_back(times[20]);
    }
    Measure const measure = t_interval(medians);
    return (*measure.ci95)[0] <= 300 && 300 <= (*measure.ci95)[1];
  });
  INFO(share);
  CHECK(share >= 0.94);
  CHECK(share <= 0.96);
}

}  // namespace
}  // namespace shudao::experiment

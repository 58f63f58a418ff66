#include "sim/experiment/statistics/kim_nelson.h"

#include <catch2/catch.hpp>

#include "synthetic.h"

namespace shudao::experiment {
namespace {

/// Runs the procedure on normal options with these means, a shared part and a part of their own in each replication.
KimNelson select(Draws& draws, std::vector<double> const& means, double indifference, double shared) {
  KimNelson procedure{means.size(), indifference, 0.95};
  while (!procedure.is_decided()) {
    double const common = shared * draws.normal();
    std::vector<double> values;
    for (std::size_t const option : procedure.contenders()) {
      values.push_back(means[option] + common + draws.normal());
    }
    procedure.add(values);
  }
  return procedure;
}

TEST_CASE("KN picks the best of five that is better by just the indifference in 95 % or more", "[statistics]") {
  // The slippage configuration, the hardest: all others are equal.
  double const share = share_of_experiments([](Draws& draws) {
    return select(draws, {0, 0, 0.5, 0, 0}, 0.5, 0).best() == 2;
  });
  INFO(share);
  CHECK(share >= 0.95 - slack(0.95));
}

TEST_CASE("KN keeps its promise under common random numbers", "[statistics]") {
  double const share = share_of_experiments([](Draws& draws) {
    return select(draws, {0.5, 0, 0}, 0.5, 3).best() == 0;
  });
  INFO(share);
  CHECK(share >= 0.95 - slack(0.95));
}

TEST_CASE("an option that is far behind leaves after the first stage", "[statistics]") {
  Draws draws{0};
  KimNelson procedure{2, 1, 0.95};
  for (int i = 0; i < 10; ++i) procedure.add(std::vector{100 + draws.normal(), draws.normal()});
  CHECK(procedure.is_decided());
  CHECK(procedure.best() == 0);
  CHECK(procedure.replications() == 10);
}

TEST_CASE("nobody leaves before the first stage ends", "[statistics]") {
  KimNelson procedure{2, 1, 0.95, 12};
  for (int i = 0; i < 11; ++i) procedure.add(std::vector<double>{100, static_cast<double>(i)});
  CHECK(procedure.contenders().size() == 2);
}

TEST_CASE("of options that never differ the first is chosen", "[statistics]") {
  KimNelson procedure{3, 1, 0.95};
  for (int i = 0; i < 10; ++i) procedure.add(std::vector<double>(3, i));
  CHECK(procedure.is_decided());
  CHECK(procedure.best() == 0);
}

}  // namespace
}  // namespace shudao::experiment

#include "sim/experiment/statistics/precision.h"

#include <catch2/catch.hpp>

namespace shudao::experiment {
namespace {

Measure measure(double value, double half, std::int64_t n) {
  return {value, std::array{value - half, value + half}, n};
}

TEST_CASE("a rule of 2 % is met by 2 % and not by 3 %", "[statistics]") {
  PrecisionRule const rule{0.02};
  CHECK(rule.is_met(measure(100, 1.9, 10)));
  CHECK_FALSE(rule.is_met(measure(100, 3, 10)));
  CHECK(rule.is_met(measure(-100, 1.9, 10)));
}

TEST_CASE("nine replications never are enough", "[statistics]") {
  CHECK_FALSE(PrecisionRule{0.5}.is_met(measure(100, 0, 9)));
}

TEST_CASE("a measure that is exactly 0 in all replications is known", "[statistics]") {
  CHECK(PrecisionRule{0.02}.is_met(measure(0, 0, 10)));
}

TEST_CASE("half the width takes four times the replications", "[statistics]") {
  CHECK(PrecisionRule{0.02}.replications_needed(measure(100, 4, 10), 1'000) == 40);
  CHECK(PrecisionRule{0.02}.replications_needed(measure(100, 4, 10), 25) == 25);
  CHECK(PrecisionRule{0.02}.replications_needed(measure(0, 4, 10), 25) == 25);
}

TEST_CASE("what is met needs no more, what is not needs one more at least", "[statistics]") {
  CHECK(PrecisionRule{0.02}.replications_needed(measure(100, 1, 12), 1'000) == 12);
  CHECK(PrecisionRule{0.02}.replications_needed(measure(100, 2.0001, 12), 1'000) == 13);
}

}  // namespace
}  // namespace shudao::experiment

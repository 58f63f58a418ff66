#include "sim/experiment/sentences.h"

#include <catch2/catch.hpp>

namespace shudao::experiment {
namespace {

using Catch::Matchers::Contains;

/// The English sentence on a mean difference of so many hours.
std::string said(double hours, double half, std::int64_t replications) {
  CorridorDifference difference;
  difference.pairs = 1;
  difference.transit_time_h = {hours, std::array{hours - half, hours + half}, replications};
  return sentence_on(difference, {"甲乙", "A to B"}, {"方案", "plan"}).en;
}

TEST_CASE("a sentence has as many digits as its interval supports, two or three", "[experiment]") {
  CHECK_THAT(said(-10.2612, 0.69, 10), Contains("10.3 hours faster on average (95 % interval 9.6 to 11.0, 10 repl"));
  CHECK_THAT(said(-27.98, 5.49, 3), Contains("28 hours faster on average (95 % interval 22 to 33, 3 replications)"));
  CHECK_THAT(said(3.14159, 0.0002, 10), Contains("3.14 hours slower"));
}

TEST_CASE("a change of three days or more is said in days", "[experiment]") {
  CHECK_THAT(said(71, 1, 10), Contains("71.0 hours slower"));
  CHECK_THAT(said(-84, 2, 10), Contains("3.50 days faster on average (95 % interval 3.42 to 3.58"));
}

TEST_CASE("an interval that holds 0 is no proven difference", "[experiment]") {
  CHECK_THAT(said(0.01, 0.3, 10), Contains("no proven difference in transit time on A to B: 0.01 hours (95 % interval "
                                           "-0.29 to 0.31"));
}

TEST_CASE("fewer than three replications have no interval in words", "[experiment]") {
  CHECK_THAT(said(12, 1, 2), Contains("(2 replications: too few for an interval)"));
  CHECK_THAT(said(12, 1, 1), Contains("(1 replication: too few for an interval)"));
}

}  // namespace
}  // namespace shudao::experiment

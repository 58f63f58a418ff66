#include "sim/experiment/figures/level_bins.h"

#include <catch2/catch.hpp>

namespace shudao::experiment {
namespace {

using Areas = std::vector<std::int64_t>;

TEST_CASE("a level counts in each bin for as long as it holds there", "[experiment][figures]") {
  LevelBins bins{100, 10, 3};
  bins.add(105, 2);
  bins.add(122, -2);
  CHECK(bins.areas() == Areas{10, 20, 4});
}

TEST_CASE("what was there before the first bin counts from its start", "[experiment][figures]") {
  LevelBins bins{100, 10, 2};
  bins.add(3, 1);
  bins.add(110, -1);
  CHECK(bins.areas() == Areas{10, 0});
}

TEST_CASE("what comes after the last bin counts for nothing", "[experiment][figures]") {
  LevelBins bins{0, 10, 2};
  bins.add(20, 5);
  bins.add(15, 1);
  CHECK(bins.areas() == Areas{0, 5});
}

}  // namespace
}  // namespace shudao::experiment

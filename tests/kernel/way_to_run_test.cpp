#include "sim/kernel/way_to_run.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace shudao::kernel::test {
namespace {

using namespace std::chrono_literals;
using Nanoseconds = std::chrono::nanoseconds;

/// A model that handles events at these speeds, in windows of this size.
struct Speeds {
  double alone_per_us, together_per_us;
  std::uint64_t window_alone = 1024, window_together = 1024;
  std::uint64_t pending = 100;
};

/// The share of the events that the better way alone would have handled in this time.
double share_of_best(WayToRun& way, Speeds const& speeds, Nanoseconds length) {
  double events = 0;
  Nanoseconds time{};
  while (time < length) {
    std::uint64_t const window = way.is_together() ? speeds.window_together : speeds.window_alone;
    double const per_us = way.is_together() ? speeds.together_per_us : speeds.alone_per_us;
    Nanoseconds const spent{static_cast<std::int64_t>(1000.0 * static_cast<double>(window) / per_us)};
    way.add(window, spent, speeds.pending);
    events += static_cast<double>(window);
    time += spent;
    if (way.is_due()) way.choose();
  }
  double const best = std::max(speeds.alone_per_us, speeds.together_per_us);
  return events / (best * static_cast<double>(time.count()) / 1000.0);
}

}  // namespace

TEST_CASE("where two threads bring nothing, trying them costs less than three in a hundred", "[kernel]") {
  double const together_per_us = GENERATE(2.0, 10.0, 18.0);
  WayToRun way;
  CHECK(share_of_best(way, {20.0, together_per_us}, 3s) > 0.97);
}

TEST_CASE("windows of a few events are given up at once", "[kernel]") {
  WayToRun way;
  CHECK(share_of_best(way, {20.0, 3.0, 1024, 5}, 100ms) > 0.97);
}

TEST_CASE("where two threads are faster they are used", "[kernel]") {
  std::uint64_t const pending = GENERATE(100, 100'000);
  WayToRun way;
  CHECK(share_of_best(way, {10.0, 18.0, 1024, 8192, pending}, 10s) > 0.93);
}

TEST_CASE("the way of running follows a model that changes", "[kernel]") {
  WayToRun way;
  share_of_best(way, {20.0, 5.0}, 500ms);
  CHECK_FALSE(way.is_together());
  CHECK(share_of_best(way, {20.0, 36.0}, 10s) > 0.85);
  CHECK(share_of_best(way, {20.0, 5.0}, 3s) > 0.8);
}

}  // namespace shudao::kernel::test

/// What a replication holds while it runs: as much in a long one as in a short one.
#include <malloc.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "scenarios/read.h"
#include "sim/experiment/replication.h"

namespace shudao::experiment {
namespace {

std::size_t bytes_in_use() {
  auto const heap = mallinfo2();
  return heap.uordblks + heap.hblkhd;
}

/// Looks at the heap every now and then while facts go by.
class HeapWatch : public kernel::Sink {
 public:
  void take(kernel::Observation const&) override {
    if (++facts_ % 512 == 0) look();
  }
  void look() { most_ = std::max(most_, bytes_in_use()); }
  [[nodiscard]] std::size_t most() const { return most_; }

 private:
  std::size_t facts_ = 0, most_ = 0;
};

struct Held {
  std::int64_t consignments = 0;
  double bytes = 0;  ///< At most, beyond what was there before.
};

Held held_in(int weeks, KeepLots keep) {
  scenarios::Scenario scenario = scenarios::read_scenario("scenarios/first-corridors");
  scenario.window = Duration::from_days(std::int64_t{7} * weeks);
  auto const world = freight::build_world(scenario);
  HeapWatch watch;
  ReplicationOptions how;
  how.seed = 42;
  how.keep_lots = keep;
  how.also = &watch;
  std::size_t const before = bytes_in_use();
  ReplicationRun const run = run_replication(scenario, world, how);
  watch.look();
  Held held{0, static_cast<double>(watch.most() - before)};
  for (CorridorResult const& corridor : run.replication.result.corridors) held.consignments += corridor.consignments;
  return held;
}

TEST_CASE("memory grows with the weeks by the daily curves of the figures alone", "[experiment]") {
  Held const quarter = held_in(13, KeepLots::no);
  Held const two_years = held_in(104, KeepLots::no);
  REQUIRE(two_years.consignments > 7 * quarter.consignments);
  double const more_days = 7.0 * (104 - 13), bytes_a_day = 2000;
  CHECK(two_years.bytes < 1.1 * quarter.bytes + more_days * bytes_a_day);
}

TEST_CASE("what is kept for comparisons is less than 80 bytes a consignment", "[experiment]") {
  Held const without = held_in(104, KeepLots::no);
  Held const with = held_in(104, KeepLots::yes);
  CHECK(with.bytes - without.bytes < 80.0 * static_cast<double>(with.consignments));
  CHECK(with.bytes > without.bytes);
}

}  // namespace
}  // namespace shudao::experiment

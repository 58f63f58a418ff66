#include "sim/kernel/partition.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/kernel/run_everywhere.h"

namespace shudao::kernel::test {
namespace {

void do_nothing(void*, Event const&, Outbox&) {}

struct Line {
  Model model;
  /// Processes 0, 1, … with a channel of the given length from each to the next.
  explicit Line(std::vector<int> const& lookahead_ms) {
    for (std::size_t k = 0; k <= lookahead_ms.size(); ++k) model.add(nullptr, do_nothing, padded_name("p", k));
    for (std::size_t k = 0; k < lookahead_ms.size(); ++k)
      model.connect(ProcessId{k}, ProcessId{k + 1}, Duration::from_ms(lookahead_ms[k]));
  }
};

std::size_t lanes_used(Partition const& partition) {
  return std::set<std::uint32_t>(partition.lane_of.begin(), partition.lane_of.end()).size();
}

}  // namespace

TEST_CASE("a neighbourhood is never torn apart", "[kernel]") {
  auto world = all_ties(SimTime{}).make();
  ModelParts const& parts = world->model.parts();
  for (int threads = 1; threads <= 8; ++threads)
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      Partition const split = partition(parts, threads, seed);
      std::map<std::uint32_t, std::uint32_t> lane_of_neighbourhood;
      bool is_whole = true;
      for (std::size_t k = 0; k < parts.processes.size(); ++k) {
        auto const lane = split.lane_of[ProcessId{k}];
        is_whole = is_whole &&
                   lane_of_neighbourhood.try_emplace(parts.neighbourhood[ProcessId{k}], lane).first->second == lane;
      }
      CHECK(is_whole);
      CHECK(lanes_used(split) == split.lanes);
    }
}

TEST_CASE("processes close to each other share a lane", "[kernel]") {
  // Two towns of ten processes 5 ms apart, 10 s from each other.
  std::vector<int> lookahead_ms(19, 5);
  lookahead_ms[9] = 10'000;
  for (std::size_t k = 0; k < 19; ++k) lookahead_ms[k] += static_cast<int>(k % 3);
  Line line{lookahead_ms};
  Partition const split = partition(line.model.parts(), 2, 0);
  CHECK(split.lanes > 1);
  CHECK(split.lanes <= 8);
  CHECK(split.lane_of[ProcessId{9}] != split.lane_of[ProcessId{10}]);
}

TEST_CASE("distances between lanes are shortest ways, there and back included", "[kernel]") {
  Line line{{3, 4}};
  line.model.connect(ProcessId{2}, ProcessId{0}, Duration::from_ms(100));
  line.model.connect(ProcessId{0}, ProcessId{2}, Duration::from_ms(50));
  Partition const split = partition(line.model.parts(), 3, 0);
  REQUIRE(split.lanes == 3);
  auto const distance = [&](std::size_t from, std::size_t to) {
    return split.distance[split.lane_of[ProcessId{from}] * 3 + split.lane_of[ProcessId{to}]].ms();
  };
  CHECK(distance(0, 1) == 3);
  CHECK(distance(0, 2) == 7);
  CHECK(distance(1, 0) == 104);
  CHECK(distance(0, 0) == 107);
}

TEST_CASE("where there is no way the distance is endless", "[kernel]") {
  Line line{{3}};
  Partition const split = partition(line.model.parts(), 2, 0);
  REQUIRE(split.lanes == 2);
  CHECK(split.distance[split.lane_of[ProcessId{1}] * 2 + split.lane_of[ProcessId{0}]] == Duration::max());
}

TEST_CASE("a model open to all is cut into equal runs of names", "[kernel]") {
  PholdShape shape;
  shape.lps = 1'000;
  auto world = phold(shape, SimTime{}).make();
  Partition const split = partition(world->model.parts(), 4, 0);
  REQUIRE(split.lanes == 4);
  std::vector<int> sizes(4);
  for (auto const lane : split.lane_of) ++sizes[lane];
  CHECK(sizes == std::vector<int>(4, 250));
  CHECK(std::is_sorted(split.lane_of.begin(), split.lane_of.end()));
}

TEST_CASE("a process that sent much counts for many in a partition made during a run", "[kernel]") {
  PholdShape shape;
  shape.lps = 1'000;
  auto world = phold(shape, SimTime{}).make();
  world->model.parts().processes[ProcessId{0}].next_sequence = 5'000;
  Partition const split = partition(world->model.parts(), 2, 0);
  REQUIRE(split.lanes == 2);
  CHECK(split.lane_of[ProcessId{1}] == 1);
}

TEST_CASE("an empty model has one lane", "[kernel]") {
  Model model;
  CHECK(partition(model.parts(), 4, 0).lanes == 1);
  CHECK(partition(model.parts(), 4, 5).lanes == 1);
}

}  // namespace shudao::kernel::test

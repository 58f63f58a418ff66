#include "sim/kernel/team.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "sim/kernel/thread_sanitizer.h"

namespace shudao::kernel::test {

TEST_CASE("every round works on every item once", "[kernel]") {
  oneapi::tbb::global_control const allow{oneapi::tbb::global_control::max_allowed_parallelism, 8};
  int const threads = GENERATE(1, 2, 4, 8);
  std::uint64_t const shuffle_seed = GENERATE(0, 77);
  std::vector<int> worked(13, 0);  // No atomics: the team promises that rounds do not overlap.
  Team team{threads, worked.size(), [&](std::size_t item) { ++worked[item]; }, shuffle_seed};
  bool is_complete = true;
  int rounds = 0;
  for (int gathering = 0; gathering < 5; ++gathering)
    team.gather([&] {
      for (int k = 0; k < 400; ++k) {
        k % 10 == 3 ? team.round_alone() : team.round();
        ++rounds;
        is_complete = is_complete && std::all_of(worked.begin(), worked.end(), [&](int n) { return n == rounds; });
      }
    });
  CHECK(is_complete);
}

TEST_CASE("the number of items may change between rounds", "[kernel]") {
  oneapi::tbb::global_control const allow{oneapi::tbb::global_control::max_allowed_parallelism, 8};
  std::vector<int> worked(13, 0);
  std::vector<int> expected(13, 0);
  Team team{4, worked.size(), [&](std::size_t item) { ++worked[item]; }, 0};
  bool is_complete = true;
  team.gather([&] {
    for (std::size_t k = 0; k < 2'000; ++k) {
      std::size_t const items = 1 + k * 5 % 13;
      team.set_items(items);
      team.round();
      for (std::size_t item = 0; item < items; ++item) ++expected[item];
      is_complete = is_complete && worked == expected;
    }
  });
  CHECK(is_complete);
}

TEST_CASE("helpers take part in rounds", "[kernel]") {
  oneapi::tbb::global_control const allow{oneapi::tbb::global_control::max_allowed_parallelism, 4};
  std::atomic<bool> was_helped = false;
  auto const caller = std::this_thread::get_id();
  auto const work = [&](std::size_t) {
    if (std::this_thread::get_id() != caller) was_helped = true;
    std::this_thread::sleep_for(std::chrono::milliseconds{1});  // Leaves the core to a helper, and work to do.
  };
  Team team{4, 8, work, 0};
  auto const give_up = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  team.gather([&] {
    while (!was_helped && std::chrono::steady_clock::now() < give_up) team.round();
  });
  CHECK(was_helped);
}

TEST_CASE("a gathering ends when what it drives throws", "[kernel]") {
  Team team{3, 4, [](std::size_t) {}, 0};
  auto const fail = [&] {
    team.round();
    throw std::runtime_error{"enough"};
  };
  CHECK_THROWS_WITH(team.gather(fail), "enough");
  CHECK_THROWS_WITH(team.gather(fail), "enough");
}

TEST_CASE("many teams at once in one arena all finish", "[kernel]") {
  std::vector<int> sums(24, 0);
  oneapi::tbb::parallel_for(std::size_t{0}, sums.size(), [&](std::size_t run) {
    std::vector<int> worked(5, 0);
    Team team{4, worked.size(), [&](std::size_t item) { ++worked[item]; }, 0};
    team.gather([&] {
      for (int k = 0; k < 100; ++k) team.round();
    });
    for (int const n : worked) sums[run] += n;
    before_handover(&sums);
  });
  after_handover(&sums);
  CHECK(sums == std::vector<int>(24, 500));
}

}  // namespace shudao::kernel::test

#include "bench/hold.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

#include "bench/guests/common/draws.h"
#include "sim/kernel/pending_events.h"

namespace shudao::bench {
namespace {

constexpr std::size_t kGaps = 1 << 16;
constexpr Duration kMean = Duration::from_ms(std::int64_t{1} << 32);  // Ties are rare with a million events, too.

class Hold {
 public:
  explicit Hold(std::size_t size) {
    kernel::guests::BareDraws draws{"", 42};
    for (Duration& gap : gaps_) gap = exponential(draws, kMean);
    for (std::size_t k = 0; k < size; ++k) {
      kernel::Event event{};
      event.key = {SimTime::from_ms(0) + exponential(draws, kMean), static_cast<std::uint32_t>(k), 0};
      event.target = kernel::ProcessId{k};
      pending_.add(event);
    }
  }
  void repeat(std::uint64_t times) {
    for (std::uint64_t k = 0; k < times; ++k) {
      kernel::Event const& taken = pending_.take();
      kernel::Event& next = pending_.blank();  // As handlers send: without a copy on the way.
      next = taken;
      next.key.time += gaps_[next_gap_++ % kGaps];
      pending_.put(next);
    }
  }

 private:
  std::vector<Duration> gaps_ = std::vector<Duration>(kGaps);
  std::size_t next_gap_ = 0;
  kernel::PendingEvents pending_;
};

}  // namespace

double hold_ns(std::size_t size, std::uint64_t holds) {
  Hold hold{size};
  hold.repeat(2 * size);
  auto const before = std::chrono::steady_clock::now();
  hold.repeat(holds);
  std::chrono::duration<double, std::nano> const wall = std::chrono::steady_clock::now() - before;
  return wall.count() / static_cast<double>(holds);
}

void print_holds(std::size_t most, bool as_json) {
  for (std::size_t size = 100; size <= most; size *= 10) {
    std::array<double, 3> ns{};
    for (double& one : ns) one = hold_ns(size, 1'000'000);
    std::sort(ns.begin(), ns.end());
    std::printf(as_json ? "{\"event_bytes\": %zu, \"pending\": %zu, \"ns_per_hold\": %.1f}\n"
                        : "event_bytes %zu  pending %zu  ns_per_hold %.1f\n",
                sizeof(kernel::Event), size, ns[1]);
  }
}

}  // namespace shudao::bench

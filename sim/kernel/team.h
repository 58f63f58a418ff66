#pragma once
/// Threads of oneTBB that work through rounds of items together with the calling thread. Helpers are welcome, never
/// needed: the calling thread alone finishes any round, so a busy or small machine is slower but cannot lock up, and
/// many runs side by side use no more threads than oneTBB has.
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace shudao::kernel {

class Team {
 public:
  /// `work(item)` must not throw. With `shuffle_seed` other than 0 items are taken in an odd order (for tests).
  Team(int threads, std::size_t items, std::function<void(std::size_t item)> work, std::uint64_t shuffle_seed);
  ~Team();

  /// Changes the number of items, up to that of the beginning; only between rounds.
  void set_items(std::size_t items);

  /// Runs `drive` on the calling thread while helpers stand by for its rounds.
  void gather(std::function<void()> const& drive);
  /// Works on every item once; only inside `drive`. What was written before is seen by every item, and what an item
  /// wrote is seen afterwards.
  void round();
  /// The same without helpers: cheaper when the items are small.
  void round_alone();
  /// True once every helper stands by. They come when their threads have woken up, on a busy machine late or never.
  [[nodiscard]] bool is_complete() const { return helpers_.load(std::memory_order_relaxed) + 1 >= threads_; }

 private:
  struct Arena;
  struct alignas(64) Claim {
    std::atomic<std::uint64_t> round{0};
  };

  void help(std::size_t helper);
  void take_part(std::uint64_t round, std::size_t first);
  [[nodiscard]] std::size_t first_item(std::size_t member, std::uint64_t round) const;

  std::size_t const threads_;
  std::function<void(std::size_t)> const work_;
  std::uint64_t const shuffle_seed_;
  std::atomic<std::size_t> items_;
  std::uint64_t items_to_do_ = 0;  ///< Over all rounds.
  std::vector<Claim> claims_;      ///< The last round in which somebody took the item.
  alignas(64) std::atomic<std::uint64_t> round_{0};
  alignas(64) std::atomic<std::uint64_t> items_done_{0};  ///< Over all rounds.
  alignas(64) std::atomic<bool> is_dismissed_{false};
  std::atomic<std::size_t> helpers_{0};
  std::unique_ptr<Arena> arena_;
};

}  // namespace shudao::kernel

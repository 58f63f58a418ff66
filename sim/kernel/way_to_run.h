#pragma once
/// Whether several lanes on several threads or one lane on one thread handle more events a second, by trying both.
/// Decides about speed only: observations are the same either way.
#include <array>
#include <chrono>
#include <cstdint>

namespace shudao::kernel {

class WayToRun {
 public:
  /// True: several lanes and threads.
  [[nodiscard]] bool is_together() const { return is_together_; }
  /// One window handled so many events this way in so much time. `pending` is how many events wait: moving them to
  /// another way of running costs time, so many of them make turns longer.
  void add(std::uint64_t events, std::chrono::nanoseconds time, std::uint64_t pending);
  /// True when it is time to `choose`.
  [[nodiscard]] bool is_due() const;
  /// Ends a turn and chooses the way of the next.
  void choose();

 private:
  using Time = std::chrono::nanoseconds;
  struct Seen {
    std::uint64_t events = 0;
    std::uint64_t windows = 0;
    Time time{};
    [[nodiscard]] double speed() const {
      return time.count() == 0 ? 0 : static_cast<double>(events) / static_cast<double>(time.count());
    }
  };
  [[nodiscard]] bool is_hopeless() const;

  bool is_together_ = true;
  bool is_trial_ = true;           ///< This turn only finds out how fast this way is.
  std::int64_t turns_ = 0;         ///< How many times as long as a trial the better way is kept, growing.
  Time trial_{};                   ///< How long a trial takes.
  Seen turn_;                      ///< Of this turn.
  Seen settled_;                   ///< Without its beginning, when caches are cold and threads asleep.
  std::array<double, 2> speed_{};  ///< Events per nanosecond when last seen, alone and together; 0: never.
};

}  // namespace shudao::kernel

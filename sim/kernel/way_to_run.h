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
  /// So many events were handled this way in so much time.
  void add(std::uint64_t events, std::chrono::nanoseconds time) {
    events_ += events;
    time_ += time;
  }
  /// True when it is time to `choose`. Changing costs time for every pending event, so many of them make it rarer.
  [[nodiscard]] bool is_due(std::uint64_t pending) const;
  /// Ends a turn and chooses the way of the next.
  void choose();

 private:
  bool is_together_ = true;
  bool is_trial_ = true;      ///< This turn only finds out how fast this way is.
  std::int64_t turns_ = 8;    ///< How many times as long as a trial the better way is kept, growing.
  std::uint64_t events_ = 0;  ///< Of this turn.
  std::chrono::nanoseconds time_{};
  std::array<double, 2> speed_{};  ///< Events per nanosecond when last seen, alone and together; 0: never.
};

}  // namespace shudao::kernel

#pragma once
/// Cancellation, progress and the event limit, looked at often enough for a person and seldom enough for speed.
#include <chrono>
#include <cstdint>

#include "sim/kernel/model_parts.h"

namespace shudao::kernel {

class Pace {
 public:
  explicit Pace(RunOptions const& options) : options_{options} {}

  /// To be asked after every event; looks at clock and flag every kStride-th time. True if the run was cancelled.
  bool should_stop(std::uint64_t events, SimTime now) { return events % kStride == 0 && look(events, now); }
  /// Looks at once.
  bool look(std::uint64_t events, SimTime now);

  [[nodiscard]] std::uint64_t event_limit() const { return options_.event_limit; }
  /// Throws BrokenPromise that names the first event beyond the limit.
  [[noreturn]] void too_many_events(ModelParts const&, Event const& next) const;

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::uint64_t kStride = 1024;
  static constexpr std::chrono::milliseconds kBetweenProgress{200};

  RunOptions options_;
  Clock::time_point last_progress_ = Clock::now();
};

}  // namespace shudao::kernel

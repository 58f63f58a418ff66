#include "sim/kernel/way_to_run.h"

#include <algorithm>

namespace shudao::kernel {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds kTrial = 4ms;
constexpr std::chrono::nanoseconds kTrialPerPending = 1us;  // Ten times what moving one costs.
constexpr std::int64_t kMostTurns = 64;
constexpr double kClearly = 1.05;  // Two threads have to bring this much: they take a core from somebody.

}  // namespace

bool WayToRun::is_due(std::uint64_t pending) const {
  auto const trial = std::max(kTrial, kTrialPerPending * static_cast<std::int64_t>(pending));
  return time_ >= (is_trial_ ? trial : trial * turns_);
}

void WayToRun::choose() {
  speed_[is_together_ ? 1 : 0] = static_cast<double>(events_) / static_cast<double>(time_.count());
  events_ = 0;
  time_ = {};
  bool const has_seen_both = speed_[0] > 0 && speed_[1] > 0;
  if (!is_trial_ || !has_seen_both) {
    is_together_ = !is_together_;
    is_trial_ = true;
    return;
  }
  bool const is_better_together = speed_[1] > speed_[0] * kClearly;
  turns_ = is_better_together == is_together_ ? 8 : std::min(2 * turns_, kMostTurns);
  is_together_ = is_better_together;
  is_trial_ = false;
}

}  // namespace shudao::kernel

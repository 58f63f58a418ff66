#include "sim/kernel/way_to_run.h"

#include <algorithm>

namespace shudao::kernel {
namespace {

using namespace std::chrono_literals;

constexpr auto kTrial = 4ms;
constexpr auto kTrialPerPending = 1us;  // Ten times what moving one costs.
constexpr int kSettling = 8;            // The first eighth of a trial does not count.
constexpr int kGlance = 8;              // Another eighth is enough to see that a way is far slower.
constexpr double kFarSlower = 0.8;
constexpr std::uint64_t kFirstWindows = 64;
constexpr std::uint64_t kTooFewEvents = 32;  // Of a window: its barriers then take longer than its events.
constexpr std::int64_t kFewTurns = 8;
constexpr std::int64_t kMostTurns = 256;
constexpr double kClearly = 1.05;  // Two threads have to bring this much: they take a core from somebody.

}  // namespace

void WayToRun::add(std::uint64_t events, std::chrono::nanoseconds time, std::uint64_t pending) {
  if (turn_.windows == 0) trial_ = std::max<Time>(kTrial, kTrialPerPending * static_cast<std::int64_t>(pending));
  auto const count = [&](Seen& seen) {
    seen.events += events;
    seen.time += time;
    ++seen.windows;
  };
  if (turn_.time >= trial_ / kSettling) count(settled_);
  count(turn_);
}

/// This way is so much slower than the other was that the rest of the turn would be wasted.
bool WayToRun::is_hopeless() const {
  double const other = speed_[is_together_ ? 0 : 1];
  if (is_together_ && other == 0) return turn_.windows >= kFirstWindows && turn_.events < turn_.windows * kTooFewEvents;
  return settled_.time >= trial_ / kGlance && settled_.speed() < other * kFarSlower;
}

bool WayToRun::is_due() const {
  return (settled_.windows > 0 && turn_.time >= (is_trial_ ? trial_ : trial_ * turns_)) || is_hopeless();
}

void WayToRun::choose() {
  speed_[is_together_ ? 1 : 0] = (settled_.windows > 0 ? settled_ : turn_).speed();
  turn_ = settled_ = {};
  bool const has_seen_both = speed_[0] > 0 && speed_[1] > 0;
  if (!is_trial_ || !has_seen_both) {
    is_together_ = !is_together_;
    is_trial_ = true;
    return;
  }
  bool const is_better_together = speed_[1] > speed_[0] * kClearly;
  bool const was_right = is_better_together != is_together_;  // What was kept before this trial is still the better.
  turns_ = was_right && turns_ > 0 ? std::min(2 * turns_, kMostTurns) : kFewTurns;
  is_together_ = is_better_together;
  is_trial_ = false;
}

}  // namespace shudao::kernel

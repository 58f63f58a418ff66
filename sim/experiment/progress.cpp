#include "sim/experiment/progress.h"

#include <algorithm>

namespace shudao::experiment {
namespace {

constexpr std::chrono::milliseconds kBetweenCalls{200};

}  // namespace

StudyWatch::StudyWatch(StudyOptions const& options, int replications, int reused)
    : on_progress_{options.on_progress}, replications_{replications}, reused_{reused}, done_{reused} {}

double StudyWatch::Running::share() const {
  double const run = (now - start).h() / std::max(1.0, (horizon - start).h());
  return std::clamp(run, 0.0, 1.0);
}

void StudyWatch::begin(int run, scenarios::Scenario const& scenario) {
  std::lock_guard const lock{mutex_};
  running_[run] = {scenario.start, scenario.horizon(), scenario.start};
}

void StudyWatch::advance(int run, kernel::Progress const& progress) {
  std::lock_guard const lock{mutex_};
  running_[run].events = progress.events;
  running_[run].now = progress.now;
  tell(false);
}

void StudyWatch::finish(int run, std::uint64_t events) {
  std::lock_guard const lock{mutex_};
  running_.erase(run);
  events_done_ += events;
  ++done_;
  tell(done_ == replications_);
}

StudyProgress StudyWatch::progress() {
  StudyProgress told;
  told.replications = replications_;
  told.replications_done = done_;
  told.events = events_done_;
  double runs = done_;
  told.simulated = running_.empty() ? SimTime{} : SimTime::max();
  for (auto const& [run, running] : running_) {
    told.events += running.events;
    told.simulated = std::min(told.simulated, running.now);
    runs += running.share();
  }
  double const elapsed = std::chrono::duration<double>(Clock::now() - began_).count();
  told.events_per_s = elapsed > 0 ? static_cast<double>(told.events) / elapsed : 0;
  share_ = std::max(share_, std::min(1.0, runs / std::max(1, replications_)));
  told.share = share_;
  double const fresh = runs - reused_;
  told.seconds_left = fresh > 0 ? elapsed / fresh * (replications_ - runs) : 0;
  return told;
}

void StudyWatch::tell(bool at_once) {
  auto const now = Clock::now();
  if (!on_progress_ || (!at_once && now - told_ < kBetweenCalls)) return;
  told_ = now;
  on_progress_(progress());
}

}  // namespace shudao::experiment

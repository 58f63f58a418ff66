#pragma once
#include <chrono>
#include <map>
#include <mutex>

#include "sim/experiment/study.h"
#include "sim/kernel/kernel.h"

namespace shudao::experiment {

/// Puts the progress of replications that run side by side together, and tells it at most five times a second, one
/// call at a time, from whichever thread has news. The share of a replication is that of the simulated
/// time up to its horizon; the share of the study never falls.
class StudyWatch {
 public:
  StudyWatch(StudyOptions const&, int replications, int reused);

  void begin(int run, scenarios::Scenario const&);
  void advance(int run, kernel::Progress const&);
  void finish(int run, std::uint64_t events);

 private:
  using Clock = std::chrono::steady_clock;
  struct Running {
    SimTime start, horizon, now;
    std::uint64_t events = 0;
    [[nodiscard]] double share() const;
  };
  void tell(bool at_once);
  [[nodiscard]] StudyProgress progress();

  std::function<void(StudyProgress const&)> on_progress_;
  int replications_, reused_, done_;
  std::uint64_t events_done_ = 0;
  double share_ = 0;
  std::map<int, Running> running_;
  Clock::time_point const began_ = Clock::now();
  Clock::time_point told_;
  std::mutex mutex_;
};

}  // namespace shudao::experiment

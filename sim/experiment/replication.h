#pragma once
#include <functional>
#include <memory>

#include "sim/experiment/account.h"
#include "sim/experiment/study.h"
#include "sim/freight/simulation.h"

namespace shudao::experiment {

/// How one replication is run.
struct ReplicationOptions {
  std::uint64_t seed = 0;
  std::int64_t number = 0;
  bool is_parallel = false;  ///< Which executor.
  int threads = 1;           ///< Of the parallel executor.
  Fault fault = Fault::none;
  std::atomic<bool> const* cancel = nullptr;
  std::function<void(kernel::Progress const&)> on_progress;
  KeepLots keep_lots = KeepLots::no;
  kernel::Sink* also = nullptr;  ///< Hears every fact too, before any fault is planted.
};

struct ReplicationRun {
  bool cancelled = false;  ///< Then the rest means nothing.
  Replication replication;
  LotBook lots;                   ///< The cohort, if it was to be kept.
  std::vector<Measure> measures;  ///< What else was asked for, if anything.
};

/// Whatever can run one replication; tests put in streams of their own.
using Runner = std::function<ReplicationRun(scenarios::Scenario const&, ReplicationOptions const&)>;

/// Runs the freight model to the horizon, then day by day until the whole cohort is delivered or the cap is reached: a
/// rule about simulated time only, so every executor stops at the same moment.
ReplicationRun run_replication(scenarios::Scenario const&, std::shared_ptr<freight::World const>,
                               ReplicationOptions const&);

/// How many TEU of the cohort are still under way.
class CohortWatch : public FactListener {
 public:
  explicit CohortWatch(scenarios::Scenario const& scenario)
      : scenario_{scenario}, from_{scenario.window_start()}, to_{scenario.horizon()} {}
  void generated(SimTime at, freight::Generated const& fact) override {
    if (at >= from_ && at < to_ && !is_empties(fact.lot)) open_teu_ += fact.teu;
  }
  void delivered(SimTime, freight::LotEnd const& end) override {
    SimTime const ready = SimTime::from_ms(end.ready_ms);
    if (ready >= from_ && ready < to_ && !is_empties(end.lot)) open_teu_ -= end.teu;
  }
  [[nodiscard]] bool is_delivered() const { return open_teu_ <= 0; }

 private:
  [[nodiscard]] bool is_empties(freight::LotName const& lot) const {
    return scenario_.flows[scenarios::FlowId{lot.flow}].is_empties;
  }

  scenarios::Scenario const& scenario_;
  SimTime from_, to_;
  std::int64_t open_teu_ = 0;
};

/// Calls `run_until` with the moments of the stop rule until one of them ends the run, and returns that one.
/// `run_until` returns false to give up. None if it gave up.
std::optional<SimTime> run_to_the_end(scenarios::Scenario const&, CohortWatch const&,
                                      std::function<bool(SimTime)> const& run_until);

}  // namespace shudao::experiment

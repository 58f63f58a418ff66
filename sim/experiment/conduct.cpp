#include "sim/experiment/conduct.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "sim/experiment/outcome.h"
#include "sim/experiment/pairing.h"
#include "sim/experiment/partial_store.h"
#include "sim/experiment/program.h"
#include "sim/experiment/progress.h"
#include "sim/experiment/results_store.h"
#include "sim/kernel/thread_sanitizer.h"

namespace shudao::experiment {
namespace {

/// How many units run side by side, and with which executor.
struct Team {
  int units = 1;
  bool is_parallel = false;
  int threads_each = 1;
};

Team team_for(StudyOptions const& options, int threads, int units) {
  if (options.executor == ExecutorKind::parallel) return {1, true, threads};
  if (options.executor == ExecutorKind::sequential || units >= threads) return {std::min(threads, units), false, 1};
  int const each = threads / std::max(1, units);
  return {units, each > 1, each};
}

class Study {
 public:
  Study(std::vector<scenarios::Scenario const*> const& scenarios, StudyOptions const& options, Runner const& runner)
      : scenarios_{scenarios}, options_{options}, runner_{runner} {
    key_.program = this_program();
    key_.base = text(scenarios[0]->fingerprint);
    if (scenarios.size() > 1) key_.alternative = text(scenarios[1]->fingerprint);
    key_.seed = options.seed.value_or(scenarios[0]->seed);
    key_.fault = options.fault;
    replications_ = options.replications > 0 ? options.replications : scenarios[0]->replications;
    threads_ =
        options.threads > 0 ? options.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    if (!options.store.empty()) partial_ = std::make_unique<PartialStore>(options.store + ".partial");
  }

  StudyOutcome run() {
    take_up();
    run_missing();
    return finish();
  }

 private:
  /// Units that an earlier call left.
  void take_up() {
    if (!partial_) return;
    for (auto& [number, unit] : partial_->units(key_)) {
      if (number < replications_) units_[number] = std::move(unit);
    }
    reused_ = static_cast<int>(units_.size());
  }

  void run_missing() {
    for (int number = 0; number < replications_; ++number) {
      if (!units_.contains(number)) missing_.push_back(number);
    }
    if (missing_.empty()) return;
    auto const sides = static_cast<int>(scenarios_.size());
    watch_ = std::make_unique<StudyWatch>(options_, replications_ * sides, reused_ * sides);
    team_ = team_for(options_, threads_, static_cast<int>(missing_.size()));
    oneapi::tbb::global_control const allowed{oneapi::tbb::global_control::max_allowed_parallelism,
                                              static_cast<std::size_t>(threads_)};
    oneapi::tbb::task_arena arena{team_.units};
    arena.execute([this] {
      oneapi::tbb::task_group group;
      kernel::before_handover(this);
      for (int i = 0; i < team_.units; ++i) {
        group.run([this]() SHUDAO_IS_HANDOVER {
          kernel::after_handover(this);
          work();
          kernel::before_handover(this);
        });
      }
      group.wait();
      kernel::after_handover(this);
    });
  }

  /// Takes one missing unit after the other, smallest number first.
  void work() {
    try {
      for (std::size_t next; !is_over() && (next = next_++) < missing_.size();) run_unit(missing_[next]);
    } catch (...) {
      has_failed_ = true;
      throw;
    }
  }

  [[nodiscard]] bool is_over() const { return has_failed_ || (options_.cancel && *options_.cancel); }

  void run_unit(int number) {
    ReplicationRun base = run_side(0, number);
    if (base.cancelled) return;
    Unit unit{number, std::move(base.replication), std::nullopt, {}};
    if (scenarios_.size() > 1) {
      ReplicationRun alternative = run_side(1, number);
      if (alternative.cancelled) return;
      unit.differences = paired({*scenarios_[0], unit.base.result, base.lots},
                                {*scenarios_[1], alternative.replication.result, alternative.lots});
      unit.alternative = std::move(alternative.replication);
    }
    std::lock_guard const lock{mutex_};
    if (partial_) partial_->keep(key_, unit);
    units_[number] = std::move(unit);
  }

  ReplicationRun run_side(std::size_t side, int number) {
    int const run = number * static_cast<int>(scenarios_.size()) + static_cast<int>(side);
    ReplicationOptions how;
    how.seed = key_.seed;
    how.number = number;
    how.is_parallel = team_.is_parallel;
    how.threads = team_.threads_each;
    how.fault = number == 0 && side == 0 ? options_.fault : Fault::none;
    how.cancel = options_.cancel;
    how.on_progress = [this, run](kernel::Progress const& progress) { watch_->advance(run, progress); };
    watch_->begin(run, *scenarios_[side]);
    ReplicationRun result = runner_(*scenarios_[side], how);
    if (!result.cancelled) watch_->finish(run, result.replication.result.events);
    return result;
  }

  StudyOutcome finish() {
    std::vector<Unit> units;
    for (auto& [number, unit] : units_) units.push_back(std::move(unit));
    StudyOutcome outcome;
    outcome.comparison = comparison_of(scenarios_, key_.seed, units);
    outcome.cancelled = static_cast<int>(units.size()) < replications_;
    outcome.replications_reused = reused_;
    double const wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    outcome.comparison.base.wall_s = wall_s;
    if (scenarios_.size() > 1) outcome.comparison.alternative.wall_s = wall_s;
    if (partial_ && !outcome.cancelled) store(outcome, units, wall_s);
    return outcome;
  }

  void store(StudyOutcome const& outcome, std::vector<Unit> const& units, double wall_s) {
    scenarios::Scenario const* const alternative = scenarios_.size() > 1 ? scenarios_[1] : nullptr;
    std::string const executor = team_.is_parallel ? "parallel" : "sequential";
    write_store(options_.store,
                {scenarios_[0], alternative, key_, &outcome.comparison, &units, {wall_s, threads_, reused_, executor}});
    partial_->remove();
  }

  std::vector<scenarios::Scenario const*> const& scenarios_;
  StudyOptions const& options_;
  Runner const& runner_;
  std::chrono::steady_clock::time_point const began_ = std::chrono::steady_clock::now();
  UnitKey key_;
  int replications_ = 0, threads_ = 1, reused_ = 0;
  Team team_;
  std::unique_ptr<PartialStore> partial_;
  std::unique_ptr<StudyWatch> watch_;
  std::vector<int> missing_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> has_failed_{false};
  std::mutex mutex_;  ///< Of units_ and partial_ while units run.
  std::map<std::int64_t, Unit> units_;
};

}  // namespace

StudyOutcome conduct(std::vector<scenarios::Scenario const*> const& scenarios, StudyOptions const& options,
                     Runner const& runner) {
  return Study{scenarios, options, runner}.run();
}

}  // namespace shudao::experiment

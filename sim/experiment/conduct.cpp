#include "sim/experiment/conduct.h"

#include <algorithm>
#include <chrono>

#include "sim/experiment/outcome.h"
#include "sim/experiment/pairing.h"
#include "sim/experiment/partial_store.h"
#include "sim/experiment/program.h"
#include "sim/experiment/progress.h"
#include "sim/experiment/results_store.h"
#include "sim/experiment/side_by_side.h"

namespace shudao::experiment {
namespace {

class Study {
 public:
  Study(std::vector<scenarios::Scenario const*> const& scenarios, StudyOptions const& options, Runner const& runner)
      : scenarios_{scenarios}, options_{options}, runner_{runner} {
    key_.program = this_program();
    key_.base = text(scenarios[0]->fingerprint);
    for (std::size_t i = 1; i < scenarios.size(); ++i)
      key_.alternative += (i > 1 ? " " : "") + text(scenarios[i]->fingerprint);
    key_.seed = options.seed.value_or(scenarios[0]->seed);
    key_.fault = options.fault;
    replications_ = options.replications > 0 ? options.replications : scenarios[0]->replications;
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
    team_ = team_for(options_, std::max(1, static_cast<int>(missing_.size())));
    if (missing_.empty()) return;
    auto const sides = static_cast<int>(scenarios_.size());
    watch_ = std::make_unique<StudyWatch>(options_, replications_ * sides, reused_ * sides);
    run_side_by_side(team_, missing_.size(), options_.cancel, [this](std::size_t i) { run_unit(missing_[i]); });
  }

  void run_unit(int number) {
    ReplicationRun const base = run_side(0, number);
    if (base.cancelled) return;
    Unit unit{number, {base.replication}, {}};
    for (std::size_t side = 1; side < scenarios_.size(); ++side) {
      ReplicationRun alternative = run_side(side, number);
      if (alternative.cancelled) return;
      unit.differences.push_back(paired({*scenarios_[0], base.replication.result, base.lots},
                                        {*scenarios_[side], alternative.replication.result, alternative.lots}));
      unit.sides.push_back(std::move(alternative.replication));
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
    how.keep_lots = scenarios_.size() > 1 ? KeepLots::yes : KeepLots::no;
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
    for (Alternative& alternative : outcome.comparison.alternatives) alternative.result.wall_s = wall_s;
    if (partial_ && !outcome.cancelled) store(outcome, units, wall_s);
    return outcome;
  }

  void store(StudyOutcome const& outcome, std::vector<Unit> const& units, double wall_s) {
    std::string const executor = team_.is_parallel ? "parallel" : "sequential";
    write_store(options_.store,
                {scenarios_, key_, &outcome.comparison, &units, {wall_s, team_.threads, reused_, executor}});
    partial_->remove();
  }

  std::vector<scenarios::Scenario const*> const& scenarios_;
  StudyOptions const& options_;
  Runner const& runner_;
  std::chrono::steady_clock::time_point const began_ = std::chrono::steady_clock::now();
  UnitKey key_;
  int replications_ = 0, reused_ = 0;
  Team team_;
  std::unique_ptr<PartialStore> partial_;
  std::unique_ptr<StudyWatch> watch_;
  std::vector<int> missing_;
  std::mutex mutex_;  ///< Of units_ and partial_ while units run.
  std::map<std::int64_t, Unit> units_;
};

}  // namespace

StudyOutcome conduct(std::vector<scenarios::Scenario const*> const& scenarios, StudyOptions const& options,
                     Runner const& runner) {
  return Study{scenarios, options, runner}.run();
}

}  // namespace shudao::experiment

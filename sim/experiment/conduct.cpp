#include "sim/experiment/conduct.h"

#include <algorithm>
#include <chrono>

#include "sim/experiment/batch.h"
#include "sim/experiment/outcome.h"
#include "sim/experiment/pairing.h"
#include "sim/experiment/precise.h"
#include "sim/experiment/results_store.h"
#include "sim/experiment/run_shelf.h"

namespace shudao::experiment {
namespace {

class Conducting {
 public:
  Conducting(std::vector<scenarios::Scenario const*> const& scenarios, StudyOptions const& options,
             Runner const& runner)
      : scenarios_{scenarios}, options_{options}, shelf_{shelf_for(options)} {
    batch_.seed = options.seed.value_or(scenarios[0]->seed);
    batch_.replications = options.replications > 0 ? options.replications : scenarios[0]->replications;
    if (options.precision.share > 0) batch_.replications = first_replications(options);
    for (std::size_t side = 0; side < scenarios.size(); ++side)
      batch_.sides.push_back({scenarios[side], role_of(side), {}});
    batch_.run = [this, &runner](std::size_t side, ReplicationOptions const& how) {
      return runner(*scenarios_[side], how);
    };
    if (scenarios.size() < 2) return;
    for (std::size_t i = 1; i < scenarios.size(); ++i) touched_.emplace_back(*scenarios[0], *scenarios[i]);
    batch_.keep_lots = KeepLots::yes;
    batch_.on_whole = [this](std::int64_t number, auto const& runs) { pair(number, runs); };
  }

  StudyOutcome run() {
    BatchRuns runs = run_batch(batch_, options_, shelf_.get());
    while (needs_more(runs)) runs = run_batch(batch_, options_, shelf_.get(), std::move(runs));
    StudyOutcome outcome;
    if (options_.precision.share > 0) outcome.imprecise = imprecise(options_.precision, headline_figures(options_.precision, runs));
    outcome.replications_asked = runs.asked;
    outcome.replications_done = runs.asked - static_cast<int>(runs.missing);
    outcome.replications_reused = runs.reused;
    outcome.is_part = options_.shard.count > 1 && runs.missing == 0;
    outcome.cancelled = !runs.is_complete && !outcome.is_part;
    std::vector<Unit> const units = options_.shard.count > 1 ? std::vector<Unit>{} : units_of(runs);
    outcome.comparison = comparison_of(scenarios_, batch_.seed, units);
    double const wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    outcome.comparison.base.wall_s = wall_s;
    for (Alternative& alternative : outcome.comparison.alternatives) alternative.result.wall_s = wall_s;
    if (shelf_ && runs.is_complete) store(outcome.comparison, runs, wall_s);
    return outcome;
  }

 private:
  /// Whether replications must be added, to a number that `batch_` then has.
  bool needs_more(BatchRuns const& runs) {
    if (options_.precision.share <= 0 || !runs.is_complete) return false;
    int const wanted = replications_wanted(options_.precision, headline_figures(options_.precision, runs));
    if (wanted <= batch_.replications) return false;
    batch_.replications = wanted;
    return true;
  }

  void pair(std::int64_t number, std::vector<ReplicationRun const*> const& runs) {
    auto const side = [&](std::size_t i) { return Side{*scenarios_[i], runs[i]->replication.result, runs[i]->lots}; };
    for (std::size_t i = 1; i < runs.size(); ++i)
      differences_[number].push_back(paired(side(0), side(i), touched_[i - 1]));
  }

  [[nodiscard]] std::vector<Unit> units_of(BatchRuns const& runs) {
    std::vector<Unit> units;
    for (std::int64_t const number : whole_replications(runs)) {
      Unit& unit = units.emplace_back(Unit{number, {}, std::move(differences_[number])});
      for (auto const& side : runs.sides) unit.sides.push_back(side.at(number).replication);
    }
    return units;
  }

  void store(Comparison const& comparison, BatchRuns const& runs, double wall_s) {
    write_store(options_.store, {&batch_, &runs, shelf_.get(), &options_, &comparison, nullptr, wall_s});
    shelf_->partial().remove();
  }

  std::vector<scenarios::Scenario const*> const& scenarios_;
  StudyOptions const& options_;
  std::chrono::steady_clock::time_point const began_ = std::chrono::steady_clock::now();
  std::unique_ptr<RunShelf> shelf_;
  Batch batch_;
  std::map<std::int64_t, std::vector<std::vector<CorridorDifference>>> differences_;  ///< By replication, alternative.
  std::vector<scenarios::Touched> touched_;                                           ///< By alternative.
};

}  // namespace

StudyOutcome conduct(std::vector<scenarios::Scenario const*> const& scenarios, StudyOptions const& options,
                     Runner const& runner) {
  return Conducting{scenarios, options, runner}.run();
}

}  // namespace shudao::experiment

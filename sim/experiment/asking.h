#pragma once
#include <map>
#include <memory>
#include <mutex>

#include "sim/experiment/question.h"
#include "sim/experiment/replication.h"
#include "sim/experiment/side_by_side.h"

namespace shudao::experiment {

/// One world in one replication.
struct WorldRun {
  std::size_t world = 0;
  std::int64_t replication = 0;
};

/// Runs the worlds of a question side by side and hands back its figure; of a run nothing else is kept but broken laws.
class Asking {
 public:
  /// The question must outlive it. `on_run` hears how many runs are done, one call at a time, from any thread.
  Asking(Question const&, StudyOptions const&, std::function<void(std::int64_t)> on_run = {});

  /// The figure in each of these runs, n = 0 where nothing of it happened; none if cancelled.
  std::optional<std::vector<Measure>> figures(std::vector<WorldRun> const&);

  /// One run of a world that stands for world number `like` of the question; none if cancelled. From any thread.
  std::optional<Measure> figure_of(scenarios::Scenario const&, std::shared_ptr<freight::World const> const&,
                                   std::size_t like, std::int64_t replication, Team const&);

  /// What stands against quoting figures of each world as stated, by its first ten replications; those that were not
  /// asked for are run. Empty if cancelled.
  std::vector<std::vector<GuardRail>> guard_rails();
  /// By world as stated, likewise: consignments under way that make a bound of the figure (bounds.h).
  std::vector<std::int64_t> unfinished();

  [[nodiscard]] Question const& question() const { return question_; }
  [[nodiscard]] StudyOptions const& options() const { return options_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] std::int64_t runs() const { return runs_; }
  [[nodiscard]] bool is_cancelled() const { return options_.cancel != nullptr && *options_.cancel; }
  /// "world: what broke", each law at most once a world.
  [[nodiscard]] std::vector<std::string> const& breaches() const { return breaches_; }

 private:
  static constexpr std::int64_t kJudged = 10;  ///< Replications that guard-rails look at.
  std::optional<Measure> figure_of(scenarios::Scenario const&, std::shared_ptr<freight::World const> const&,
                                   WorldRun const&, Team const&, bool is_as_stated);
  bool run_what_is_judged();  ///< False if cancelled.
  [[nodiscard]] std::vector<Replication> judged(std::size_t world) const;
  void note(std::size_t world, Laws const&);

  Question const& question_;
  StudyOptions options_;
  std::function<void(std::int64_t)> on_run_;
  std::uint64_t seed_;
  std::vector<std::shared_ptr<freight::World const>> worlds_;
  std::mutex mutex_;  ///< Of what follows.
  std::int64_t runs_ = 0;
  std::atomic<bool> has_begun_{false};
  std::vector<std::string> breaches_;
  std::map<std::pair<std::size_t, std::int64_t>, Replication> judged_;  ///< By world and number.
};

}  // namespace shudao::experiment

#include "sim/experiment/asking.h"

#include <algorithm>

#include "sim/experiment/bounds.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/outcome.h"
#include "sim/experiment/probe.h"

namespace shudao::experiment {

Asking::Asking(Question const& question, StudyOptions const& options, std::function<void(std::int64_t)> on_run)
    : question_{question},
      options_{options},
      on_run_{std::move(on_run)},
      seed_{options.seed.value_or(question.worlds.front().scenario.seed)} {
  for (scenarios::StudyWorld const& world : question.worlds)
    worlds_.push_back(freight::build_world(world.scenario, freight::Detail::all));
}

std::optional<std::vector<Measure>> Asking::figures(std::vector<WorldRun> const& runs) {
  Team const team = team_for(options_, static_cast<int>(runs.size()));
  std::vector<std::optional<Measure>> found(runs.size());
  run_side_by_side(team, runs.size(), options_.cancel, [&](std::size_t i) {
    WorldRun const& run = runs[i];
    found[i] = figure_of(question_.worlds[run.world].scenario, worlds_[run.world], run, team, true);
  });
  std::vector<Measure> figures;
  for (auto const& one : found) {
    if (!one) return std::nullopt;
    figures.push_back(*one);
  }
  return figures;
}

std::optional<Measure> Asking::figure_of(scenarios::Scenario const& scenario,
                                         std::shared_ptr<freight::World const> const& world, std::size_t like,
                                         std::int64_t replication, Team const& team) {
  return figure_of(scenario, world, {like, replication}, team, false);
}

std::optional<Measure> Asking::figure_of(scenarios::Scenario const& scenario,
                                         std::shared_ptr<freight::World const> const& world, WorldRun const& asked,
                                         Team const& team, bool is_as_stated) {
  ProbeSet probes{scenario, {question_.selectors[asked.world]}};
  ReplicationOptions how;
  how.seed = seed_;
  how.number = asked.replication;
  how.is_parallel = team.is_parallel;
  how.threads = team.threads_each;
  how.fault = has_begun_.exchange(true) ? Fault::none : options_.fault;
  how.cancel = options_.cancel;
  how.also = &probes;
  ReplicationRun run = run_replication(scenario, world, how);
  if (run.cancelled) return std::nullopt;
  Measure const figure = probes.results(run.replication.result).front();
  std::lock_guard const lock{mutex_};
  note(asked.world, run.replication.result.laws);
  if (is_as_stated && asked.replication < kJudged)
    judged_[{asked.world, asked.replication}] = std::move(run.replication);
  ++runs_;
  if (on_run_) on_run_(runs_);
  return figure;
}

bool Asking::run_what_is_judged() {
  std::vector<WorldRun> missing;
  for (std::size_t w = 0; w < worlds_.size(); ++w)
    for (std::int64_t r = 0; r < kJudged; ++r)
      if (!judged_.contains({w, r})) missing.push_back({w, r});
  return figures(missing).has_value();
}

std::vector<std::int64_t> Asking::unfinished() {
  if (!run_what_is_judged()) return {};
  std::vector<std::int64_t> all(worlds_.size());
  for (auto const& [run, replication] : judged_)
    all[run.first] +=
        unfinished_in(question_.selectors[run.first], question_.worlds[run.first].scenario, replication.result);
  return all;
}

std::vector<std::vector<GuardRail>> Asking::guard_rails() {
  if (!run_what_is_judged()) return {};
  std::vector<std::vector<GuardRail>> all;
  for (std::size_t w = 0; w < worlds_.size(); ++w)
    all.push_back(result_of(question_.worlds[w].scenario, seed_, judged(w)).guard_rails);
  return all;
}

std::vector<Replication> Asking::judged(std::size_t world) const {
  std::vector<Replication> all;
  for (std::int64_t r = 0; r < kJudged; ++r) all.push_back(judged_.at({world, r}));
  return all;
}

void Asking::note(std::size_t world, Laws const& laws) {
  if (laws.hold()) return;
  for (Law const* law : {&laws.conservation, &laws.ledger, &laws.little, &laws.capacity, &laws.boxes}) {
    if (law->holds || law->breaches.empty()) continue;
    std::string breach = question_.worlds[world].id + ": " + law->breaches.front();
    if (std::find(breaches_.begin(), breaches_.end(), breach) == breaches_.end()) breaches_.push_back(breach);
  }
}

}  // namespace shudao::experiment

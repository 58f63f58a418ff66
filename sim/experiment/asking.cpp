#include "sim/experiment/asking.h"

#include <algorithm>

#include "sim/experiment/measures.h"
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
    found[i] = figure_of(question_.worlds[run.world].scenario, worlds_[run.world], run.world, run.replication, team);
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
  ProbeSet probes{scenario, {question_.selectors[like]}};
  ReplicationOptions how;
  how.seed = seed_;
  how.number = replication;
  how.is_parallel = team.is_parallel;
  how.threads = team.threads_each;
  how.fault = has_begun_.exchange(true) ? Fault::none : options_.fault;
  how.cancel = options_.cancel;
  how.also = &probes;
  ReplicationRun const run = run_replication(scenario, world, how);
  if (run.cancelled) return std::nullopt;
  Measure const figure = probes.results(run.replication.result).front();
  std::lock_guard const lock{mutex_};
  note(like, run.replication.result.laws);
  ++runs_;
  if (on_run_) on_run_(runs_);
  return figure;
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

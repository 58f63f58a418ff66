#include "sim/experiment/validating.h"

#include <algorithm>
#include <chrono>
#include <mutex>

#include "sim/experiment/conduct.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/probe.h"

namespace shudao::experiment {
namespace {

using scenarios::OutcomeRow;
using scenarios::Relation;
using scenarios::Scenario;
using scenarios::Selector;

/// What one world is asked, and its answers by replication.
struct Inquiry {
  std::vector<Selector> selectors;
  std::map<std::int64_t, std::vector<Measure>> answers;
};

/// Where the answer to a term is found.
struct Answer {
  std::string world;
  std::size_t index = 0;
};

/// Runs a world; false if it was cancelled.
bool ask(Scenario const& scenario, Inquiry& inquiry, StudyOptions const& options, WorldResult& told) {
  std::shared_ptr<freight::World const> const world = freight::build_world(scenario, freight::Detail::all);
  std::mutex mutex;
  StudyOutcome const outcome =
      conduct({&scenario}, options, [&](Scenario const& which, ReplicationOptions const& options_of_one) {
        ProbeSet probes{which, inquiry.selectors};
        ReplicationOptions how = options_of_one;
        how.also = &probes;
        ReplicationRun run = run_replication(which, world, how);
        if (run.cancelled) return run;
        std::lock_guard const lock{mutex};
        inquiry.answers[how.number] = probes.results(run.replication.result);
        return run;
      });
  ScenarioResult const& result = outcome.comparison.base;
  told.scenario = scenario.id;
  told.laws = result.laws;
  told.events = result.events;
  told.unfinished = result.unfinished;
  return !outcome.cancelled;
}

Measure related(Relation relation, Measure const& first, Measure const& second) {
  if (relation == Relation::alone) return first;
  if (first.n == 0 || second.n == 0) return unobserved();
  return relation == Relation::minus ? single(first.value - second.value) : quotient(first.value, second.value);
}

Measure in_unit(Measure measure, double factor) {
  measure.value /= factor;
  if (measure.ci95) {
    for (double& end : *measure.ci95) end /= factor;
  }
  return measure;
}

Measure measure_of(OutcomeRow const& row, Answer const& first, Answer const& second,
                   std::map<std::string, Inquiry> const& inquiries) {
  std::vector<Measure> values;
  for (auto const& [number, answers] : inquiries.at(first.world).answers) {
    Measure const& one = answers.at(first.index);
    Measure const& other =
        row.relation == Relation::alone ? one : inquiries.at(second.world).answers.at(number).at(second.index);
    values.push_back(related(row.relation, one, other));
  }
  return in_unit(over_replications(values), row.unit.factor);
}

RowResult result_of(OutcomeRow const& row, Measure const& simulated) {
  RowResult result{row.id, simulated, std::nullopt, false};
  if (simulated.n == 0) return result;
  result.is_inside = simulated.value >= row.low && simulated.value <= row.high;
  if (row.value != 0) result.error_percent = (simulated.value - row.value) / std::abs(row.value) * 100;
  return result;
}

}  // namespace

bool ValidationResult::laws_hold() const {
  return std::all_of(worlds.begin(), worlds.end(), [](WorldResult const& world) { return world.laws.hold(); });
}

std::optional<std::vector<Measure>> measured(std::vector<OutcomeRow> const& rows,
                                             std::map<std::string, Scenario const*> const& worlds,
                                             StudyOptions const& options, std::vector<WorldResult>* told) {
  std::map<std::string, Inquiry> inquiries;
  auto const enter = [&](scenarios::Term const& term) {
    auto& selectors = inquiries[term.world].selectors;
    selectors.push_back(term.measure);
    return Answer{term.world, selectors.size() - 1};
  };
  std::vector<std::pair<Answer, Answer>> answers;
  for (OutcomeRow const& row : rows) {
    Answer const first = enter(row.first);
    answers.emplace_back(first, row.relation == Relation::alone ? first : enter(row.second));
  }
  for (auto& [name, inquiry] : inquiries) {
    WorldResult world{name, {}, {}, 0, 0};
    if (!ask(*worlds.at(name), inquiry, options, world)) return std::nullopt;
    if (told != nullptr) told->push_back(std::move(world));
  }
  std::vector<Measure> measures;
  for (std::size_t i = 0; i < rows.size(); ++i)
    measures.push_back(measure_of(rows[i], answers[i].first, answers[i].second, inquiries));
  return measures;
}

ValidationResult validate(scenarios::Validation const& validation, StudyOptions const& asked) {
  auto const began = std::chrono::steady_clock::now();
  ValidationResult result;
  StudyOptions options = asked;
  Scenario const& scenario = validation.scenario();
  options.seed = result.seed = asked.seed.value_or(scenario.seed);
  options.replications = asked.replications > 0 ? asked.replications : scenario.replications;
  result.replications = options.replications;
  std::map<std::string, Scenario const*> worlds;
  for (auto const& [name, world] : validation.worlds) worlds[name] = &world;
  auto const measures = measured(validation.rows, worlds, options, &result.worlds);
  result.cancelled = !measures.has_value();
  if (result.cancelled) return result;
  for (std::size_t i = 0; i < validation.rows.size(); ++i) {
    OutcomeRow const& row = validation.rows[i];
    RowResult const& one = result.rows.emplace_back(result_of(row, (*measures)[i]));
    ++(row.is_held_out ? result.held_out : result.calibrated);
    if (one.is_inside) ++(row.is_held_out ? result.held_out_inside : result.calibrated_inside);
  }
  result.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return result;
}

}  // namespace shudao::experiment

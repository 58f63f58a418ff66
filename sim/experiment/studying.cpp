#include "sim/experiment/studying.h"

#include <algorithm>
#include <bit>
#include <chrono>

#include "sim/experiment/batch.h"
#include "sim/experiment/bounds.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/merging.h"
#include "sim/experiment/outcome.h"
#include "sim/experiment/pairing.h"
#include "sim/experiment/precise.h"
#include "sim/experiment/probe.h"
#include "sim/experiment/results_store.h"
#include "sim/experiment/run_shelf.h"
#include "sim/experiment/selectors.h"
#include "sim/experiment/study_verdicts.h"

namespace shudao::experiment {
namespace {

using scenarios::Selector;
using scenarios::Study;
using scenarios::StudyMeasure;

/// One world as it is run.
struct Side {
  scenarios::Scenario const* scenario = nullptr;
  std::shared_ptr<freight::World const> world;
  std::vector<Selector> selectors;
  std::vector<std::size_t> measures;  ///< Which of the study's measures each selector is.
};

/// Cost and emissions of each corridor, which no ledger tells.
std::vector<double> cost_and_emissions(ScenarioResult const& result) {
  std::vector<double> figures;
  for (CorridorResult const& corridor : result.corridors)
    figures.insert(figures.end(), {corridor.cost_cny_per_teu.value, corridor.co2e_kg_per_teu.value});
  return figures;
}

/// Whether all that is compared is the same, as far as it was observed.
bool is_all_equal(std::vector<StudyComparison> const& comparisons) {
  return std::all_of(comparisons.begin(), comparisons.end(), [](StudyComparison const& comparison) {
    PairedTest const& test = comparison.test;
    return test.difference.n == 0 ? test.base.n == test.alternative.n : test.is_exactly_equal;
  });
}

class Running {
 public:
  Running(Study const& study, StudyOptions const& options)
      : study_{study}, options_{options}, shelf_{shelf_for(options)} {
    batch_.seed = options.seed.value_or(study.worlds.front().scenario.seed);
    batch_.replications = options.replications > 0 ? options.replications : study.replications;
    if (options.precision.share > 0) batch_.replications = first_replications(options);
    for (std::size_t i = 0; i < study.worlds.size(); ++i) add_side(i);
    batch_.run = [this](std::size_t side, ReplicationOptions const& how) { return run_of(sides_[side], how); };
  }

  StudyAnswer run() {
    auto const began = std::chrono::steady_clock::now();
    runs_ = run_batch(batch_, options_, shelf_.get());
    while (needs_more()) runs_ = run_batch(batch_, options_, shelf_.get(), std::move(runs_));
    bool const is_shard = options_.shard.count > 1;
    if (!is_shard) numbers_ = whole_replications(runs_);
    StudyAnswer answer = finished();
    if (options_.precision.share > 0) answer.imprecise = imprecise(options_.precision, figures());
    answer.replications_asked = runs_.asked;
    answer.replications_done = runs_.asked - static_cast<int>(runs_.missing);
    answer.is_part = is_shard && runs_.missing == 0;
    answer.cancelled = !runs_.is_complete && !answer.is_part;
    answer.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    if (shelf_ && runs_.is_complete) store(answer);
    return answer;
  }

 private:
  void add_side(std::size_t index) {
    Side& side = sides_.emplace_back();
    side.scenario = &study_.worlds[index].scenario;
    side.world = freight::build_world(*side.scenario, freight::Detail::all);
    for (std::size_t m = 0; m < study_.measures.size(); ++m) {
      auto const& selector = study_.measures[m].selectors[index];
      if (!selector) continue;
      side.selectors.push_back(*selector);
      side.measures.push_back(m);
    }
    batch_.sides.push_back({side.scenario, study_.worlds[index].id, text(fingerprint_of(side.selectors))});
  }

  [[nodiscard]] std::vector<KnownFigure> figures() const { return study_figures(options_.precision, study_, runs_); }

  /// Whether replications must be added, to a number that `batch_` then has.
  bool needs_more() {
    if (options_.precision.share <= 0 || !runs_.is_complete) return false;
    int const wanted = replications_wanted(options_.precision, figures());
    bool const is_more = wanted > batch_.replications;
    if (is_more) batch_.replications = wanted;
    return is_more;
  }

  static ReplicationRun run_of(Side const& side, ReplicationOptions how) {
    ProbeSet probes{*side.scenario, side.selectors};
    how.also = &probes;
    ReplicationRun run = run_replication(*side.scenario, side.world, how);
    if (!run.cancelled) run.measures = probes.results(run.replication.result);
    return run;
  }

  [[nodiscard]] ReplicationRun const& run_at(std::size_t side, std::int64_t number) const {
    return runs_.sides[side].at(number);
  }

  StudyAnswer finished() {
    StudyAnswer answer;
    answer.seed = batch_.seed;
    answer.replications_reused = runs_.reused;
    answer.replications = static_cast<std::int64_t>(numbers_.size());
    for (std::size_t i = 0; i < sides_.size(); ++i) answer.worlds.push_back(answer_of(i));
    answer.study_digest = digest();
    for (std::size_t i = 1; i < sides_.size() && answer.replications > 0; ++i) {
      WorldAnswer& world = answer.worlds[i];
      for (std::size_t m = 0; m < study_.measures.size(); ++m) {
        StudyComparison& comparison = world.comparisons.emplace_back(compared(i, m));
        comparison.base_unfinished = answer.worlds.front().unfinished_by_measure[m];
        comparison.unfinished = world.unfinished_by_measure[m];
      }
      world.other_demand = refusals(*sides_[0].scenario, *sides_[i].scenario);
      bool const is_same_way = world.ledger_digest == answer.worlds.front().ledger_digest;
      world.is_as_base = is_same_way && has_cost_of_base(i) && is_all_equal(world.comparisons);
      if (world.is_as_base)
        answer.notes.push_back(world.id + " changes nothing: the ledgers of all consignments are those of the base");
    }
    judge(answer, study_);
    return answer;
  }

  [[nodiscard]] std::vector<Replication> replications_of(std::size_t side) const {
    std::vector<Replication> replications;
    for (std::int64_t const number : numbers_) replications.push_back(run_at(side, number).replication);
    return replications;
  }

  [[nodiscard]] WorldAnswer answer_of(std::size_t index) const {
    scenarios::Scenario const& scenario = *sides_[index].scenario;
    ScenarioResult const all = result_of(scenario, batch_.seed, replications_of(index));
    WorldAnswer world;
    world.id = study_.worlds[index].id;
    world.scenario = study_.worlds[index].scenario.id;
    world.ledger_digest = all.ledger_digest;
    world.laws = all.laws;
    world.events = all.events;
    world.unfinished = all.unfinished;
    world.guard_rails = all.guard_rails;
    for (StudyMeasure const& measure : study_.measures) {
      auto const& selector = measure.selectors[index];
      world.unfinished_by_measure.push_back(selector ? unfinished_in(*selector, scenario, all) : 0);
    }
    return world;
  }

  [[nodiscard]] Fingerprint digest() const {
    Digest digest;
    for (std::size_t side = 0; side < sides_.size(); ++side) {
      std::string const& id = study_.worlds[side].id;
      digest.add(static_cast<std::uint64_t>(id.size()));
      digest.add_bytes(id.data(), id.size());
      for (std::int64_t const number : numbers_) {
        ReplicationRun const& run = run_at(side, number);
        digest.add(number);
        digest.add(run.replication.result.ledger_digest.high);
        digest.add(run.replication.result.ledger_digest.low);
        for (Measure const& measure : run.measures) {
          digest.add(std::bit_cast<std::uint64_t>(measure.value));
          digest.add(measure.n);
        }
      }
    }
    return digest.value();
  }

  /// The results of all worlds, as a comparison keeps them.
  [[nodiscard]] Comparison results() const {
    Comparison all;
    for (std::size_t side = 0; side < sides_.size(); ++side) {
      ScenarioResult result = result_of(*sides_[side].scenario, batch_.seed, replications_of(side));
      result.title = study_.worlds[side].title;
      if (side == 0)
        all.base = std::move(result);
      else
        all.alternatives.emplace_back().result = std::move(result);
    }
    return all;
  }

  void store(StudyAnswer const& answer) {
    Comparison const all = results();
    AnsweredStudy const answered{&study_, &answer};
    write_store(options_.store, {&batch_, &runs_, shelf_.get(), &options_, &all, &answered, answer.wall_s});
    shelf_->partial().remove();
  }

  [[nodiscard]] bool has_cost_of_base(std::size_t side) const {
    return std::all_of(numbers_.begin(), numbers_.end(), [&](std::int64_t number) {
      return cost_and_emissions(run_at(0, number).replication.result) ==
             cost_and_emissions(run_at(side, number).replication.result);
    });
  }

  [[nodiscard]] std::vector<Measure> values(std::size_t side, std::size_t measure) const {
    auto const& asked = sides_[side].measures;
    auto const at = static_cast<std::size_t>(std::find(asked.begin(), asked.end(), measure) - asked.begin());
    std::vector<Measure> all;
    for (std::int64_t const number : numbers_)
      all.push_back(at < asked.size() ? run_at(side, number).measures.at(at) : unobserved());
    return all;
  }

  [[nodiscard]] StudyComparison compared(std::size_t side, std::size_t measure) const {
    StudyMeasure const& what = study_.measures[measure];
    StudyComparison comparison;
    comparison.measure = what.id;
    auto const& known = what.selectors.front() ? what.selectors.front() : what.selectors[side];
    if (known) comparison.unit = scenarios::units_of(scenarios::dimension_of(*known)).front();
    comparison.test = paired_test(values(0, measure), values(side, measure));
    comparison.expected = what.expected[side];
    return comparison;
  }

  Study const& study_;
  StudyOptions const& options_;
  std::unique_ptr<RunShelf> shelf_;
  Batch batch_;
  std::vector<Side> sides_;
  BatchRuns runs_;
  std::vector<std::int64_t> numbers_;  ///< Of the replications that all worlds have.
};

}  // namespace

bool StudyAnswer::laws_hold() const {
  return std::all_of(worlds.begin(), worlds.end(), [](WorldAnswer const& world) { return world.laws.hold(); });
}

StudyAnswer answer(Study const& study, StudyOptions const& options) { return Running{study, options}.run(); }

}  // namespace shudao::experiment

#include "sim/experiment/studying.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <mutex>

#include "sim/experiment/measures.h"
#include "sim/experiment/merging.h"
#include "sim/experiment/probe.h"
#include "sim/experiment/progress.h"
#include "sim/experiment/replication.h"
#include "sim/experiment/side_by_side.h"
#include "sim/experiment/study_sentences.h"

namespace shudao::experiment {
namespace {

using scenarios::Expectation;
using scenarios::Selector;
using scenarios::Study;
using scenarios::StudyMeasure;

constexpr double kProven = 0.05;

/// What is kept of one replication of one world.
struct Kept {
  Replication replication;      ///< Without figures.
  std::vector<double> per_teu;  ///< Cost and emissions of each corridor, which no ledger tells.
  std::vector<Measure> measures;
};

/// One world as it is run.
struct Side {
  scenarios::Scenario const* scenario = nullptr;
  std::shared_ptr<freight::World const> world;
  std::vector<Selector> selectors;
  std::vector<std::size_t> measures;  ///< Which of the study's measures each selector is.
  std::map<std::int64_t, Kept> kept;
};

/// Laws, digests and counts are kept, the rest is let go.
void keep_little(Replication& replication) {
  replication.lives.clear();
  replication.result.corridors.clear();
  replication.result.places.clear();
  replication.result.services.clear();
  replication.result.flows.clear();
}

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
  Running(Study const& study, StudyOptions const& options) : study_{study}, options_{options} {
    seed_ = options.seed.value_or(study.worlds.front().scenario.seed);
    replications_ = options.replications > 0 ? options.replications : study.replications;
    for (std::size_t i = 0; i < study.worlds.size(); ++i) add_side(i);
  }

  StudyAnswer run() {
    auto const began = std::chrono::steady_clock::now();
    int const units = replications_ * static_cast<int>(sides_.size());
    watch_ = std::make_unique<StudyWatch>(options_, units, 0);
    team_ = team_for(options_, units);
    // All worlds of a replication one after the other, so that what is cut short can still be paired.
    run_side_by_side(team_, static_cast<std::size_t>(units), options_.cancel,
                     [this](std::size_t unit) { run_unit(unit % sides_.size(), unit / sides_.size(), unit); });
    StudyAnswer answer = finished();
    answer.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
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
  }

  void run_unit(std::size_t index, std::size_t number, std::size_t unit) {
    Side& side = sides_[index];
    ProbeSet probes{*side.scenario, side.selectors};
    ReplicationOptions how;
    how.seed = seed_;
    how.number = static_cast<std::int64_t>(number);
    how.is_parallel = team_.is_parallel;
    how.threads = team_.threads_each;
    how.fault = unit == 0 ? options_.fault : Fault::none;
    how.cancel = options_.cancel;
    how.also = &probes;
    int const run = static_cast<int>(unit);
    how.on_progress = [this, run](kernel::Progress const& progress) { watch_->advance(run, progress); };
    watch_->begin(run, *side.scenario);
    ReplicationRun result = run_replication(*side.scenario, side.world, how);
    if (result.cancelled) return;
    Kept kept{std::move(result.replication), {}, {}};
    kept.measures.assign(study_.measures.size(), unobserved());
    auto const measured = probes.results(kept.replication.result);
    for (std::size_t i = 0; i < measured.size(); ++i) kept.measures[side.measures[i]] = measured[i];
    kept.per_teu = cost_and_emissions(kept.replication.result);
    keep_little(kept.replication);
    watch_->finish(run, kept.replication.result.events);
    std::lock_guard const lock{mutex_};
    side.kept[how.number] = std::move(kept);
  }

  /// Replications that some world did not finish are of no use.
  void drop_unpaired() {
    for (int number = 0; number < replications_; ++number) {
      bool const is_whole =
          std::all_of(sides_.begin(), sides_.end(), [&](Side const& side) { return side.kept.contains(number); });
      if (is_whole) continue;
      for (Side& side : sides_) side.kept.erase(number);
    }
  }

  StudyAnswer finished() {
    drop_unpaired();
    StudyAnswer answer;
    answer.seed = seed_;
    answer.replications = static_cast<std::int64_t>(sides_.front().kept.size());
    answer.cancelled = answer.replications < replications_;
    for (std::size_t i = 0; i < sides_.size(); ++i) answer.worlds.push_back(answer_of(i));
    for (std::size_t i = 1; i < sides_.size() && answer.replications > 0; ++i) {
      WorldAnswer& world = answer.worlds[i];
      for (std::size_t m = 0; m < study_.measures.size(); ++m) world.comparisons.push_back(compared(i, m));
      bool const is_same_way = world.ledger_digest == answer.worlds.front().ledger_digest;
      world.is_as_base = is_same_way && has_cost_of_base(i) && is_all_equal(world.comparisons);
      if (world.is_as_base)
        answer.notes.push_back(world.id + " changes nothing: the ledgers of all consignments are those of the base");
    }
    judge(answer);
    return answer;
  }

  WorldAnswer answer_of(std::size_t index) const {
    std::vector<Replication> replications;
    for (auto const& [number, kept] : sides_[index].kept) replications.push_back(kept.replication);
    ScenarioResult const all = merged(replications);
    WorldAnswer world;
    world.id = study_.worlds[index].id;
    world.scenario = study_.worlds[index].scenario.id;
    world.ledger_digest = all.ledger_digest;
    world.laws = all.laws;
    world.events = all.events;
    world.unfinished = all.unfinished;
    return world;
  }

  [[nodiscard]] bool has_cost_of_base(std::size_t side) const {
    return std::equal(sides_.front().kept.begin(), sides_.front().kept.end(), sides_[side].kept.begin(),
                      [](auto const& base, auto const& other) { return base.second.per_teu == other.second.per_teu; });
  }

  [[nodiscard]] std::vector<Measure> values(std::size_t side, std::size_t measure) const {
    std::vector<Measure> all;
    for (auto const& [number, kept] : sides_[side].kept) all.push_back(kept.measures[measure]);
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

  /// Verdicts, once it is known how many comparisons there are.
  void judge(StudyAnswer& answer) const {
    std::vector<StudyComparison*> tested;
    std::vector<double> p;
    for (WorldAnswer& world : answer.worlds) {
      for (StudyComparison& comparison : world.comparisons) {
        if (comparison.test.difference.n == 0) continue;
        tested.push_back(&comparison);
        p.push_back(comparison.test.p);
      }
    }
    answer.compared = tested.size();
    std::vector<double> const adjusted = holm_adjusted(p);
    for (std::size_t i = 0; i < tested.size(); ++i) {
      tested[i]->adjusted_p = adjusted[i];
      tested[i]->finding = finding_of(*tested[i]);
      tested[i]->is_too_many = tested[i]->finding == Finding::not_proven && tested[i]->test.p < kProven;
    }
    for (std::size_t i = 0; i < answer.worlds.size(); ++i) {
      for (std::size_t m = 0; m < answer.worlds[i].comparisons.size(); ++m)
        conclude(answer.worlds[i].comparisons[m], study_.measures[m], i, answer.compared);
    }
  }

  static Finding finding_of(StudyComparison const& comparison) {
    if (comparison.test.is_exactly_equal) return Finding::equal;
    if (comparison.adjusted_p >= kProven) return Finding::not_proven;
    return comparison.test.difference.value < 0 ? Finding::lower : Finding::higher;
  }

  void conclude(StudyComparison& comparison, StudyMeasure const& what, std::size_t side, std::size_t count) const {
    constexpr std::array kAwaited = {Finding::unobserved, Finding::lower, Finding::higher, Finding::equal};
    if (comparison.expected != Expectation::any)
      comparison.as_expected = comparison.finding == kAwaited.at(static_cast<std::size_t>(comparison.expected));
    comparison.sentence = sentence_on(comparison, what, study_.worlds.front().title, study_.worlds[side].title, count);
  }

  Study const& study_;
  StudyOptions const& options_;
  std::uint64_t seed_ = 0;
  int replications_ = 0;
  std::vector<Side> sides_;
  Team team_;
  std::unique_ptr<StudyWatch> watch_;
  std::mutex mutex_;  ///< Of what is kept, while units run.
};

}  // namespace

bool StudyAnswer::laws_hold() const {
  return std::all_of(worlds.begin(), worlds.end(), [](WorldAnswer const& world) { return world.laws.hold(); });
}

char const* name_of(Finding finding) {
  constexpr std::array kNames = {"lower", "higher", "no_proven_difference", "exactly_equal", "unobserved"};
  return kNames.at(static_cast<std::size_t>(finding));
}

StudyAnswer answer(Study const& study, StudyOptions const& options) { return Running{study, options}.run(); }

}  // namespace shudao::experiment

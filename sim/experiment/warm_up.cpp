#include "sim/experiment/warm_up.h"

#include <algorithm>
#include <cmath>

#include "scenarios/adjust.h"
#include "sim/base/time.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/progress.h"
#include "sim/experiment/replication.h"
#include "sim/experiment/side_by_side.h"
#include "sim/experiment/statistics/mser.h"
#include "sim/experiment/statistics/t_interval.h"
#include "sim/experiment/warm_up_tally.h"

namespace shudao::experiment {
namespace {

using scenarios::Scenario;

constexpr int kTogether = 4;  // Weeks that are looked at together, so that the day of the week counts little.
constexpr double kTolerance = 0.02, kWithinChance = 0.05;  // Of the mean time.
constexpr int kUsualReplications = 5, kUsualWeeks = 26, kMostDaysHeldBack = 84;

/// What a run was heard to do, and its results.
struct Heard {
  std::unique_ptr<WarmUpTally> tally;
  std::vector<CorridorResult> corridors;
};
using Tallies = std::vector<Heard>;  // By replication.

/// Runs a world so often and tallies each run; empty if somebody cancelled.
class Runs {
 public:
  Runs(WarmUpOptions const& options, int replications, int weeks)
      : options_{options}, replications_{replications}, weeks_{weeks}, watch_{options.study, 2 * replications, 0} {}

  Tallies of(Scenario const& scenario) {
    auto const world = freight::build_world(scenario);
    Tallies tallies(static_cast<std::size_t>(replications_));
    Team const team = team_for(options_.study, replications_);
    int const before = begun_;
    begun_ += replications_;
    run_side_by_side(team, tallies.size(), options_.study.cancel, [&](std::size_t number) {
      tallies[number] = run(scenario, world, team, number, before + static_cast<int>(number));
    });
    bool const is_whole =
        std::all_of(tallies.begin(), tallies.end(), [](Heard const& one) { return one.tally != nullptr; });
    return is_whole ? std::move(tallies) : Tallies{};
  }

 private:
  Heard run(Scenario const& scenario, std::shared_ptr<freight::World const> const& world, Team const& team,
            std::size_t number, int id) {
    auto tally = std::make_unique<WarmUpTally>(scenario, weeks_);
    FactSink ears{{tally.get()}};
    ReplicationOptions how;
    how.seed = options_.study.seed.value_or(scenario.seed);
    how.number = static_cast<std::int64_t>(number);
    how.is_parallel = team.is_parallel;
    how.threads = team.threads_each;
    how.cancel = options_.study.cancel;
    how.also = &ears;
    how.on_progress = [this, id](kernel::Progress const& progress) { watch_.advance(id, progress); };
    watch_.begin(id, scenario);
    ReplicationRun const done = run_replication(scenario, world, how);
    if (done.cancelled) return {};
    watch_.finish(id, done.replication.result.events);
    return {std::move(tally), done.replication.result.corridors};
  }

  WarmUpOptions const& options_;
  int replications_, weeks_, begun_ = 0;
  StudyWatch watch_;
};

/// No warm-up, and a window of so many weeks.
Scenario without_warm_up(Scenario const& scenario, int weeks) {
  Scenario whole = scenario;
  whole.warm_up = Duration{};
  whole.window = Duration::from_days(7 * weeks);
  return whole;
}

/// Over the replications: loaded − empty of a corridor in the weeks that begin with this one, as a share of empty.
Measure difference_of(Tallies const& empty, Tallies const& loaded, std::size_t corridor, int week) {
  std::vector<double> shares;
  for (std::size_t r = 0; r < empty.size(); ++r) {
    double before = 0, after = 0;
    for (int w = week; w < week + kTogether; ++w) {
      before += static_cast<double>(empty[r].tally->week(corridor, w).ms);
      after += static_cast<double>(loaded[r].tally->week(corridor, w).ms);
    }
    if (before > 0) shares.push_back(after / before - 1);
  }
  return shares.empty() ? unobserved() : t_interval(shares);
}

bool agrees(Measure const& difference) {
  bool const is_chance = difference.ci95 && (*difference.ci95)[0] <= 0 && (*difference.ci95)[1] >= 0;
  return difference.n == 0 || std::abs(difference.value) <= (is_chance ? kWithinChance : kTolerance);
}

Measure mean_of_week(Tallies const& tallies, int week, std::size_t corridors) {
  std::vector<double> means;
  for (auto const& [tally, unused] : tallies) {
    WarmUpTally::Sum sum;
    for (std::size_t c = 0; c < corridors; ++c) {
      sum.lots += tally->week(c, week).lots;
      sum.ms += tally->week(c, week).ms;
    }
    if (sum.lots > 0) means.push_back(sum.mean_h());
  }
  return means.empty() ? unobserved() : t_interval(means);
}

WarmUpWeek week_of(Tallies const& empty, Tallies const& loaded, int week, Scenario const& scenario) {
  WarmUpWeek result;
  result.agrees = true;
  result.empty_h = mean_of_week(empty, week, scenario.corridors.size());
  result.loaded_h = mean_of_week(loaded, week, scenario.corridors.size());
  for (std::size_t c = 0; c < scenario.corridors.size(); ++c) {
    for (auto const& [tally, unused] : empty) result.consignments += tally->week(c, week).lots;
    Measure const difference = difference_of(empty, loaded, c, week);
    result.agrees = result.agrees && agrees(difference);
    if (c > 0 && std::abs(difference.value) <= std::abs(result.difference.value)) continue;
    result.difference = difference;
    result.corridor = scenario.corridors[scenarios::CorridorId{c}].id;
  }
  return result;
}

/// The week after the last that does not agree; nothing if that leaves less than a quarter of them to go by.
std::optional<int> agreed_week(std::vector<WarmUpWeek> const& weeks) {
  int first = 0;
  for (std::size_t w = 0; w < weeks.size(); ++w)
    if (!weeks[w].agrees) first = static_cast<int>(w) + 1;
  return 4 * (static_cast<int>(weeks.size()) - first) >= static_cast<int>(weeks.size()) ? std::optional{first}
                                                                                        : std::nullopt;
}

int whole_weeks(double hours) { return static_cast<int>(std::ceil(hours / kHoursPerWeek)); }

/// The corridor whose 99th percentile is longest.
void find_slowest(WarmUpProposal& proposal, Tallies const& tallies, Scenario const& scenario) {
  double longest = -1;
  for (std::size_t c = 0; c < scenario.corridors.size(); ++c) {
    double p99 = 0;
    for (auto const& [tally, unused] : tallies) p99 += tally->p99_h(c) / static_cast<double>(tallies.size());
    if (p99 <= longest) continue;
    longest = p99;
    proposal.slowest = scenario.corridors[scenarios::CorridorId{c}].id;
    proposal.filled_weeks = whole_weeks(p99);
  }
}

/// Hours per consignment in which nothing happens to it.
double waiting_h(CorridorResult const& corridor) {
  using scenarios::Component;
  double hours = 0;
  for (Component const c : {Component::waiting_departure, Component::queueing, Component::closed, Component::blocked})
    hours += corridor.components_h[static_cast<std::size_t>(c)].value;
  return hours;
}

/// Twice the longest mean wait of a corridor, in days.
int days_of_load(Tallies const& tallies, std::size_t corridors) {
  double longest = 0;
  for (std::size_t c = 0; c < corridors; ++c) {
    double hours = 0;
    for (Heard const& run : tallies) hours += waiting_h(run.corridors[c]) / static_cast<double>(tallies.size());
    longest = std::max(longest, hours);
  }
  return std::clamp(static_cast<int>(std::ceil(2 * longest / 24.0)), 1, kMostDaysHeldBack);
}

/// Weeks of warm-up by MSER-5 on the mean of each day over the replications.
std::optional<int> mser_weeks(Tallies const& tallies) {
  std::vector<double> means = tallies.front().tally->daily_means_h();
  for (std::size_t r = 1; r < tallies.size(); ++r) {
    auto const more = tallies[r].tally->daily_means_h();
    if (more.size() != means.size()) return std::nullopt;
    for (std::size_t day = 0; day < means.size(); ++day) means[day] += more[day];
  }
  auto const days = mser5(means);
  return days ? std::optional{whole_weeks(24.0 * static_cast<double>(*days))} : std::nullopt;
}

bool has_profiles(Scenario const& scenario) {
  return std::any_of(scenario.flows.begin(), scenario.flows.end(),
                     [](scenarios::Flow const& flow) { return !flow.monthly.empty() || !flow.weekly.empty(); });
}

}  // namespace

Scenario held_back(Scenario scenario, int days) {
  SimTime const until = scenario.start + Duration::from_days(days);
  Interval const still{scenario.start, until};
  auto const later = [&](Interval const& when) { return Interval{std::max(when.from, until), when.to}; };
  for (scenarios::Link& link : scenario.links) {
    std::vector<scenarios::LinkState> states{{still, 0, 1}};
    for (scenarios::LinkState state : link.disrupted) {
      state.when = later(state.when);
      if (state.when.from < state.when.to) states.push_back(state);
    }
    link.disrupted = std::move(states);
  }
  for (scenarios::Resource& resource : scenario.resources) {
    std::vector<Interval> outages{still};
    for (Interval const& outage : resource.outages)
      if (outage.to > until) outages.push_back(later(outage));
    resource.outages = std::move(outages);
  }
  return scenario;
}

WarmUpProposal propose_warm_up(Scenario const& scenario, WarmUpOptions const& options) {
  WarmUpProposal proposal;
  proposal.own_weeks = static_cast<int>(scenario.warm_up.ms() / Duration::from_days(7).ms());
  proposal.replications = options.study.replications > 0 ? options.study.replications : kUsualReplications;
  proposal.has_profiles = has_profiles(scenario);
  int const weeks = options.weeks > 0 ? options.weeks : proposal.own_weeks + kUsualWeeks;
  Scenario const whole = without_warm_up(scenario, weeks);
  Runs runs{options, proposal.replications, weeks};
  Tallies const empty = runs.of(whole);
  proposal.cancelled = empty.empty();
  if (proposal.cancelled) return proposal;
  find_slowest(proposal, empty, scenario);
  proposal.held_back_days = days_of_load(empty, scenario.corridors.size());
  Tallies const loaded = runs.of(held_back(whole, proposal.held_back_days));
  proposal.cancelled = loaded.empty();
  if (proposal.cancelled) return proposal;
  for (int week = 0; week + kTogether <= weeks; ++week)
    proposal.weeks.push_back(week_of(empty, loaded, week, scenario));
  proposal.agreed_week = agreed_week(proposal.weeks);
  if (!proposal.has_profiles) proposal.mser_weeks = mser_weeks(empty);
  if (proposal.agreed_week) proposal.proposed = std::max(*proposal.agreed_week, proposal.filled_weeks);
  return proposal;
}

}  // namespace shudao::experiment

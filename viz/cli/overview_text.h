#pragma once
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// One line a corridor: times in days of 24 h, share delivered when due, throughput, cost, emissions.
std::string overview_text(experiment::ScenarioResult const&, scenarios::Scenario const&, Language);

/// How to see more than an overview.
std::string how_to_see_more(experiment::ScenarioResult const&, Language);

/// What a comparison says of one corridor.
enum class Verdict : unsigned char { faster, slower, not_proven, too_few_runs, exactly_equal, not_comparable };

/// As the difference of time was judged among all comparisons; nothing is said below three replications.
Verdict verdict_on(experiment::CorridorDifference const&, bool is_comparable);

/// One corridor of a comparison and what is said of it.
struct Judged {
  experiment::CorridorDifference const* difference = nullptr;
  Verdict verdict = Verdict::not_proven;
};

/// Those that are proven first, the largest first.
void sort_by_size(std::vector<Judged>&);

/// One line a corridor, in this order: means of both in days, the paired difference, the verdict; those that are
/// exactly equal are only counted.
std::string overview_text(experiment::ScenarioResult const& base, experiment::Alternative const&,
                          std::vector<Judged> const&, scenarios::Scenario const&, Language);

}  // namespace shudao::viz::cli

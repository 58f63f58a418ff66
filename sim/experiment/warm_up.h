#pragma once
#include <optional>
#include <vector>

#include "sim/experiment/study.h"

namespace shudao::experiment {

/// What consignments that were ready in one week after the start took, in the same world begun empty and begun loaded.
struct WarmUpWeek {
  std::int64_t consignments = 0;  ///< In all replications, from the empty start.
  Measure empty_h, loaded_h;      ///< Mean transit time.
  /// The corridor that differs most over this week and the next three: its id, and loaded − empty as a share of empty.
  std::string corridor;
  Measure difference;
  bool agrees = false;
};

struct WarmUpOptions {
  StudyOptions study;  ///< Replications (0: five), seed, threads, progress, cancel.
  int weeks = 0;       ///< To look at; 0: the warm-up of the scenario and half a year.
};

/// A warm-up for a scenario and what speaks for it.
struct WarmUpProposal {
  int own_weeks = 0;  ///< The warm-up that the scenario has.
  int replications = 0;
  int held_back_days = 0;          ///< For how long everything stands still in the loaded start.
  int filled_weeks = 0;            ///< By then 99 % of what set out first have arrived on the slowest corridor …
  std::string slowest;             ///< … this one.
  std::optional<int> agreed_week;  ///< From here on both starts agree; none: not within the weeks looked at.
  std::optional<int> mser_weeks;   ///< By MSER-5 on daily means; none for worlds with profiles or without an answer.
  bool has_profiles = false;
  std::optional<int> proposed;  ///< Weeks of warm-up.
  std::vector<WarmUpWeek> weeks;
  bool cancelled = false;
};

/// The earliest week from which paired runs from an empty and from a loaded start agree, and not before the network is
/// full. The loaded start is the same world with the same draws, all links and resources closed for the first days, so
/// that its own cargo piles up: for twice as long as consignments wait on average on the corridor with the longest
/// waits, that is with twice as much cargo waiting as there is on average (Little's law). So the steady state lies
/// between the two. Consignments are the same on both sides, so what they differ by is the start alone. They agree in a
/// week when on every corridor the mean times of that week and the next three differ by at most 2 %, or by no more than
/// chance and 5 %, over the replications; from a week on, when they do so in every later week.
WarmUpProposal propose_warm_up(scenarios::Scenario const&, WarmUpOptions const&);

/// The scenario with all links and resources closed for the first days of its run.
scenarios::Scenario held_back(scenarios::Scenario, int days);

}  // namespace shudao::experiment

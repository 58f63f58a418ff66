#pragma once
#include "sim/experiment/guard_rails.h"

namespace shudao::experiment {

/// What the checks look at.
struct Examined {
  scenarios::Scenario const& scenario;
  ScenarioResult const& result;  ///< Of all replications.
  std::vector<Replication> const& replications;
  Evidence sum;  ///< Of all replications.
};

/// A warning with the remedy of its kind.
GuardRail warning(GuardRailKind, std::string where, double value, double limit, std::string unit,
                  scenarios::Text sentence);

/// A flow that asks for nothing is left out on purpose: what only it would use has no duty to be used.
inline bool is_left_out(scenarios::Flow const& flow) { return !flow.is_empties && flow.teu_per_year <= 0; }

using GuardRails = std::vector<GuardRail>;

// Each adds what it finds.
void check_load(Examined const&, GuardRails&);          ///< Resources, links, services, places, corridors.
void check_deadlock(Examined const&, GuardRails&);      ///< Yards and tracks that wait for each other.
void check_time(Examined const&, GuardRails&);          ///< Warm-up, window, what is unfinished.
void check_observations(Examined const&, GuardRails&);  ///< Too few consignments, events or replications.
void check_unused(Examined const&, GuardRails&);        ///< Services, flows, rules and disruptions without effect.
void check_world(Examined const&, GuardRails&);         ///< Inputs that cannot be meant.
void check_calendars(Examined const&, GuardRails&);     ///< Holidays that end too early, parts of seasons.

}  // namespace shudao::experiment

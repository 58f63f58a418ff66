#pragma once
#include <cstdint>
#include <string>

#include "scenarios/scenario.h"

namespace shudao::experiment {

/// What a guard-rail warns of; each is explained in docs/guides/guard-rails.md.
enum class GuardRailKind : std::uint8_t {
  deadlock,
  overload,
  demand_above_limit,
  unfinished_cargo,
  short_warm_up,
  not_settled,
  one_replication,
  few_consignments,
  implausible_distance,
  implausible_speed,
  implausible_cost,
  implausible_quantity,
  outlying_replication,
  few_observations,
  rare_events,
  silent_flow,
  dry_depot,
  service_never_ran,
  service_always_empty,
  swinging_shares,
  window_below_transit,
  window_below_headway,
  part_of_a_season,
  idle_rule,
  idle_disruption,
  holidays_end,
  outside_bounds,
  near_capacity,
  few_for_quantile,
  few_replications
};
inline constexpr std::size_t kGuardRailKinds = 30;
char const* name_of(GuardRailKind);

/// How much a guard-rail matters. A hint is information and no warning.
enum class Weight : std::uint8_t { forbids_quoting, limits, hint };
char const* name_of(Weight);
Weight weight_of(GuardRailKind);

/// One warning about a run: what is wrong, where, by how much, and what to do about it.
struct GuardRail {
  GuardRailKind kind{};
  std::string where;            ///< Id of the place, resource, service, link, flow, corridor, rule, calendar or input.
  double value = 0, limit = 0;  ///< What was found, and from where on it warns.
  std::string unit;             ///< Of both: "1" for shares and counts.
  scenarios::Text sentence, remedy;

  [[nodiscard]] Weight weight() const { return weight_of(kind); }
};

}  // namespace shudao::experiment

#include "sim/experiment/guard_rails.h"

#include <algorithm>

#include "sim/experiment/guard_checks.h"

namespace shudao::experiment {

std::vector<GuardRail> guard_rails(scenarios::Scenario const& scenario, ScenarioResult const& result,
                                   std::vector<Replication> const& replications) {
  GuardRails found;
  if (replications.empty()) return found;
  Examined examined{scenario, result, replications, {}};
  for (Replication const& replication : replications) {
    if (replication.result.evidence.is_empty()) return found;  // A run that was not listened to.
    add(examined.sum, replication.result.evidence);
  }
  for (auto const check :
       {check_load, check_deadlock, check_time, check_observations, check_unused, check_world, check_calendars})
    check(examined, found);
  std::stable_sort(found.begin(), found.end(), [](GuardRail const& a, GuardRail const& b) {
    return std::tuple{a.weight(), a.kind, a.where} < std::tuple{b.weight(), b.kind, b.where};
  });
  return found;
}

bool any_warns(std::vector<GuardRail> const& found) {
  return std::any_of(found.begin(), found.end(), [](GuardRail const& one) { return one.weight() != Weight::hint; });
}

}  // namespace shudao::experiment

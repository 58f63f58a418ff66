#include <algorithm>

#include "sim/experiment/replication.h"

namespace shudao::experiment {

std::optional<SimTime> run_to_the_end(scenarios::Scenario const& scenario, CohortWatch const& cohort,
                                      std::function<bool(SimTime)> const& run_until) {
  SimTime const cap = scenario.horizon() + scenario.cap;
  SimTime end = scenario.horizon();
  while (true) {
    if (!run_until(end)) return std::nullopt;
    if (cohort.is_delivered() || end >= cap) return end;
    end = std::min(end + Duration::from_days(1), cap);
  }
}

}  // namespace shudao::experiment

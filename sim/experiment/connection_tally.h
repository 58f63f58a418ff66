#pragma once
#include <map>

#include "sim/experiment/results.h"
#include "sim/freight/facts.h"

namespace shudao::experiment {

/// Counts, for every timetable that a route changes to, the consignments that became ready for it in the window and how
/// many of them had missed an earlier run. The definition is that of freight::tell_connection.
class ConnectionTally {
 public:
  explicit ConnectionTally(scenarios::Scenario const&);
  void add(SimTime, freight::Connection const&);
  [[nodiscard]] std::vector<ConnectionResult> results(scenarios::ServiceId) const;

 private:
  struct Count {
    std::int64_t made = 0, missed = 0;
  };
  scenarios::Scenario const& scenario_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Count> counts_;  ///< By service and place.
};

}  // namespace shudao::experiment

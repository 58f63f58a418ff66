#pragma once
#include <cstdint>
#include <map>

#include "sim/experiment/figures/vehicle_runs.h"
#include "sim/freight/facts.h"

namespace shudao::experiment {

/// Follows the runs that set off in the week in the middle of the window, to their ends. Hears them in replication 0
/// only, where vehicles tell of themselves.
class VehicleRunTally {
 public:
  explicit VehicleRunTally(scenarios::Scenario const&);
  void vehicle_moved(SimTime, freight::VehicleMoved const&);
  /// By service and number.
  [[nodiscard]] std::vector<VehicleRun> runs() const;

 private:
  struct Run {
    std::uint32_t service = 0;
    std::vector<std::optional<SimTime>> arrivals, departures;  ///< By stop.
  };
  [[nodiscard]] VehicleRun told(Run const&, int number) const;

  scenarios::Scenario const& scenario_;
  SimTime from_, to_;
  std::map<std::uint64_t, std::size_t> by_vehicle_;  ///< Into runs_.
  std::vector<Run> runs_;                            ///< In the order of setting off.
};

}  // namespace shudao::experiment

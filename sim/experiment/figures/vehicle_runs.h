#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/fact_listener.h"

namespace shudao::experiment {

/// One vehicle of a scheduled service, stop by stop.
struct VehicleRun {
  struct Stop {
    std::string place;
    double km = 0;                              ///< Along the line, from its first stop.
    std::optional<SimTime> arrival, departure;  ///< None at the ends, and after the run was cut off by the end.
  };
  std::string service;
  int number = 0;  ///< From 1, in the order of setting off in the week.
  std::vector<Stop> stops;
};

/// Follows the runs that set off in the week in the middle of the window, to their ends. Hears them in replication 0
/// only, where vehicles tell of themselves.
class VehicleRunTally : public FactListener {
 public:
  explicit VehicleRunTally(scenarios::Scenario const&);
  void vehicle_moved(SimTime, freight::VehicleMoved const&) override;
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

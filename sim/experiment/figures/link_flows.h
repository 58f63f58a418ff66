#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sim/experiment/fact_listener.h"
#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

/// What a service carries over one link, empties included, counted at departure in the window.
struct LinkFlow {
  std::string service, link, from, to, mode;
  Measure teu_per_year, vehicles_per_year;
};

/// Counts departures by service and stop.
class LinkFlowTally : public FactListener {
 public:
  explicit LinkFlowTally(scenarios::Scenario const&);
  void departed(SimTime, freight::Departed const&) override;
  /// Of every service and stop with a link onward, in their order.
  [[nodiscard]] std::vector<LinkFlow> flows() const;

 private:
  struct Count {
    std::int64_t teu = 0, vehicles = 0;
  };
  scenarios::Scenario const& scenario_;
  std::vector<std::vector<Count>> counts_;  ///< By service and stop.
};

}  // namespace shudao::experiment

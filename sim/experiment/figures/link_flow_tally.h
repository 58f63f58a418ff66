#pragma once
#include <cstdint>
#include <vector>

#include "sim/experiment/figures/link_flows.h"
#include "sim/freight/facts.h"

namespace shudao::experiment {

/// Counts departures by service and stop.
class LinkFlowTally {
 public:
  explicit LinkFlowTally(scenarios::Scenario const&);
  void departed(SimTime, freight::Departed const&);
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

#pragma once
#include <vector>

#include "sim/experiment/figures/chain_tally.h"
#include "sim/experiment/figures/figures.h"
#include "sim/experiment/figures/timeline_tally.h"

namespace shudao::experiment {

/// All who listen to one replication for the sake of figures.
class FigureTallies {
 public:
  explicit FigureTallies(scenarios::Scenario const& scenario)
      : scenario_{scenario}, chains_{scenario}, timelines_{scenario}, link_flows_{scenario}, runs_{scenario} {}
  [[nodiscard]] LotListener& lots() { return chains_; }
  [[nodiscard]] std::vector<FactListener*> listeners() { return {&chains_, &timelines_, &link_flows_, &runs_}; }
  [[nodiscard]] Figures figures(Cohort const&, ResourceTally const&) const;

 private:
  scenarios::Scenario const& scenario_;
  ChainTally chains_;
  TimelineTally timelines_;
  LinkFlowTally link_flows_;
  VehicleRunTally runs_;
};

}  // namespace shudao::experiment

#pragma once
#include "sim/experiment/figures/chain_tally.h"
#include "sim/experiment/figures/figures.h"
#include "sim/experiment/figures/link_flow_tally.h"
#include "sim/experiment/figures/timeline_tally.h"
#include "sim/experiment/figures/vehicle_run_tally.h"

namespace shudao::experiment {

/// All who listen to one replication for the sake of figures; to each only what it counts, so that facts pass quickly.
class FigureTallies : public FactListener {
 public:
  explicit FigureTallies(scenarios::Scenario const& scenario)
      : scenario_{scenario}, chains_{scenario}, timelines_{scenario}, link_flows_{scenario}, runs_{scenario} {}
  [[nodiscard]] LotListener& lots() { return chains_; }
  void paid(SimTime at, freight::Paid const& fact) override { chains_.paid(at, fact); }
  void served(SimTime at, freight::Served const& fact) override { timelines_.served(at, fact); }
  void yard_level(SimTime at, freight::YardLevel const& fact) override { timelines_.yard_level(at, fact); }
  void departed(SimTime at, freight::Departed const& fact) override { link_flows_.departed(at, fact); }
  void vehicle_moved(SimTime at, freight::VehicleMoved const& fact) override { runs_.vehicle_moved(at, fact); }
  [[nodiscard]] Figures figures(Cohort const&, ResourceTally const&) const;

 private:
  scenarios::Scenario const& scenario_;
  ChainTally chains_;
  TimelineTally timelines_;
  LinkFlowTally link_flows_;
  VehicleRunTally runs_;
};

}  // namespace shudao::experiment

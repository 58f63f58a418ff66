#pragma once
#include "sim/experiment/box_law.h"
#include "sim/experiment/box_tally.h"
#include "sim/experiment/capacity.h"
#include "sim/experiment/cohort.h"
#include "sim/experiment/conservation.h"
#include "sim/experiment/corridors.h"
#include "sim/experiment/evidence_tally.h"
#include "sim/experiment/fault.h"
#include "sim/experiment/figures/figure_tallies.h"
#include "sim/experiment/ledger_law.h"
#include "sim/experiment/ledger_sample.h"
#include "sim/experiment/little.h"
#include "sim/experiment/places.h"
#include "sim/experiment/resources.h"
#include "sim/experiment/route_shares.h"
#include "sim/experiment/services.h"

namespace shudao::experiment {

/// One replication, told in results of one observation each (n = 1, no intervals): what is stored and merged.
struct Replication {
  std::int64_t number = 0;
  ScenarioResult result;
  std::vector<Life> lives;  ///< The ledger sample; of replication 0 only.
};

/// Everybody who listens to the facts of one replication, and what they made of it.
class Account {
 public:
  Account(scenarios::Scenario const&, Fault, KeepLots = KeepLots::no);

  /// Where the facts go in. A fault is planted before anybody hears them.
  [[nodiscard]] kernel::Sink& sink() { return planter_; }
  /// After the last fact, at the end of the run: all measures and laws, digests of runs aside.
  [[nodiscard]] ScenarioResult result(SimTime end);
  /// Every single consignment of the cohort, if kept, given away; after result().
  [[nodiscard]] LotBook take_lots() { return cohort_.take_lots(); }
  [[nodiscard]] std::vector<Life> lives() const { return sample_.lives(); }

 private:
  [[nodiscard]] std::vector<FactListener*> listeners();
  [[nodiscard]] std::vector<PlaceResult> place_results() const;
  void add_empties(ScenarioResult&) const;
  [[nodiscard]] ResourceResult resource_result(scenarios::ResourceId) const;

  scenarios::Scenario const& scenario_;
  Cohort cohort_;
  LedgerSample sample_;
  LedgerLaw ledger_law_;
  FigureTallies figures_;
  EvidenceTally evidence_;
  LotAssembler lots_;
  DeliveryTally deliveries_;
  PlaceTally places_;
  ResourceTally resources_;
  ServiceTally services_;
  RouteTally routes_;
  Conservation conservation_;
  Little little_;
  Capacity capacity_;
  BoxLaw box_law_;
  BoxTally boxes_;
  FactSink facts_;
  FaultPlanter planter_;
};

}  // namespace shudao::experiment

#pragma once
#include "sim/experiment/cohort.h"
#include "sim/experiment/evidence.h"
#include "sim/experiment/resources.h"

namespace shudao::experiment {

/// Gathers the evidence for the guard-rails while a replication runs: of loads and queues from the facts, of
/// consignments from their closed ledgers.
class EvidenceTally : public FactListener, public LotListener {
 public:
  explicit EvidenceTally(scenarios::Scenario const&);
  void served(SimTime, freight::Served const&) override;
  void departed(SimTime, freight::Departed const&) override;
  void entered_link(SimTime, freight::EnteredLink const&) override;
  void yard_level(SimTime, freight::YardLevel const&) override;
  void connection(SimTime, freight::Connection const&) override;
  void ledger_entry(SimTime, freight::LedgerEntry const&) override;
  void lot_closed(ClosedLot const&) override;

  /// After the last fact.
  [[nodiscard]] Evidence evidence(SimTime end, Cohort const&, ResourceTally const&) const;

 private:
  void see_member(ClosedLot const&);
  void add_held(Evidence&, SimTime end) const;
  void add_cohort(Evidence&, Cohort const&) const;
  [[nodiscard]] std::int64_t slots_offered(scenarios::LinkId) const;

  scenarios::Scenario const& scenario_;
  WindowParts parts_;
  std::vector<std::size_t> first_stop_;              ///< Of each service, in the boardings.
  std::vector<std::vector<std::size_t>> corridors_;  ///< Those that each flow belongs to.
  Evidence gathered_;
  SimTime held_at_;
  std::vector<freight::LedgerEntry> held_;  ///< Told at `held_at_` of waits at places that last until then.
};

}  // namespace shudao::experiment

#pragma once
#include <vector>

#include "sim/experiment/cohort.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// Counts what is delivered: in the window, by flow, and over the whole run how many legs it travelled.
class DeliveryTally : public FactListener {
 public:
  explicit DeliveryTally(scenarios::Scenario const& scenario) : scenario_{scenario}, teu_(scenario.flows.size()) {}
  void delivered(SimTime, freight::LotEnd const&) override;
  [[nodiscard]] std::int64_t teu(scenarios::FlowId flow) const { return teu_[flow.index()]; }
  /// Rides of consignments, empties too, from boarding to alighting.
  [[nodiscard]] std::int64_t legs() const { return legs_; }

 private:
  scenarios::Scenario const& scenario_;
  std::vector<std::int64_t> teu_;
  std::int64_t legs_ = 0;
};

/// The corridors of one replication, all causes of each. Consignments that the cap left under way
/// count with the time they have spent so far; with a due time they count as late.
std::vector<CorridorResult> corridor_results(scenarios::Scenario const&, Cohort const&, DeliveryTally const&);

/// Mean, spread and quantiles.
TransitTime transit_time(TransitTally const&);

}  // namespace shudao::experiment

#pragma once
#include <vector>

#include "sim/experiment/breaches.h"
#include "sim/experiment/fact_listener.h"
#include "sim/experiment/places.h"

namespace shudao::experiment {

/// Little's law (J. D. C. Little, "A proof for the queuing formula L = λW", Operations Research 9 (1961) 383–387) in
/// its exact form over [start, horizon): what a place counted, ∫ N(t) dt, is the sum of the stays there that the
/// ledgers tell, on and off the path, in TEU·ms. Two independent observations, equal to the unit.
class Little : public FactListener {
 public:
  explicit Little(scenarios::Scenario const&);
  void ledger_entry(SimTime, freight::LedgerEntry const&) override;
  [[nodiscard]] Law verdict(PlaceTally const&) const;

 private:
  scenarios::Scenario const& scenario_;
  std::vector<std::int64_t> stays_;  ///< TEU·ms by place.
};

}  // namespace shudao::experiment

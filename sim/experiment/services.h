#pragma once
#include <vector>

#include "sim/experiment/connection_tally.h"
#include "sim/experiment/fact_listener.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// Follows the departures of every service in the window.
class ServiceTally : public FactListener {
 public:
  explicit ServiceTally(scenarios::Scenario const&);
  void departed(SimTime, freight::Departed const&) override;
  void cancelled(SimTime, freight::Cancelled const&) override;
  void connection(SimTime at, freight::Connection const& fact) override { connections_.add(at, fact); }
  [[nodiscard]] std::vector<ServiceResult> results() const;
  [[nodiscard]] double carried_teu_km(scenarios::ServiceId id) const { return counts_.at(id.index()).carried_teu_km; }

 private:
  struct Count {
    std::int64_t runs = 0;  ///< Departures from the first stop.
    std::int64_t cancelled = 0;
    std::int64_t left_behind = 0;
    double carried_teu_km = 0, offered_teu_km = 0;  ///< Over all legs; summed in the order of the facts.
  };
  [[nodiscard]] bool in_window(SimTime) const;

  scenarios::Scenario const& scenario_;
  std::vector<Count> counts_;
  ConnectionTally connections_;
};

}  // namespace shudao::experiment

#pragma once
#include <vector>

#include "sim/freight/facts.h"
#include "sim/kernel/kernel.h"

namespace shudao::experiment {

/// Somebody who listens to typed facts of one replication, in their order. A new indicator is a new listener.
class FactListener {
 public:
  virtual ~FactListener() = default;
  virtual void generated(SimTime, freight::Generated const&) {}
  virtual void ledger_entry(SimTime, freight::LedgerEntry const&) {}
  virtual void costs(SimTime, freight::Costs const&) {}
  virtual void delivered(SimTime, freight::LotEnd const&) {}
  virtual void unfinished(SimTime, freight::LotEnd const&) {}
  virtual void presence(SimTime, freight::Presence const&) {}
  virtual void departed(SimTime, freight::Departed const&) {}
  virtual void entered_link(SimTime, freight::EnteredLink const&) {}
  virtual void served(SimTime, freight::Served const&) {}
  virtual void yard_level(SimTime, freight::YardLevel const&) {}
  virtual void cancelled(SimTime, freight::Cancelled const&) {}
  virtual void boxed(SimTime, freight::Boxed const&) {}
  virtual void box_stock(SimTime, freight::BoxStock const&) {}
  virtual void empties_left(SimTime, freight::EmptiesLeft const&) {}
  virtual void connection(SimTime, freight::Connection const&) {}
  virtual void financed(SimTime, freight::Financed const&) {}
  virtual void paid(SimTime, freight::Paid const&) {}
  virtual void vehicle_moved(SimTime, freight::VehicleMoved const&) {}
  virtual void went_through(SimTime, freight::WentThrough const&) {}
  virtual void granted(SimTime, freight::Granted const&) {}
};

/// Hands every fact to all listeners, in the order in which they were given.
class FactSink : public kernel::Sink {
 public:
  explicit FactSink(std::vector<FactListener*> listeners) : listeners_{std::move(listeners)} {}
  void take(kernel::Observation const&) override;

 private:
  std::vector<FactListener*> listeners_;
};

}  // namespace shudao::experiment

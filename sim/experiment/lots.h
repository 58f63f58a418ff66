#pragma once
#include <map>
#include <vector>

#include "sim/experiment/fact_listener.h"

namespace shudao::experiment {

/// A consignment, or a part of one, whose ledger was closed by delivery or by the end of the run.
struct ClosedLot {
  freight::LotEnd end;
  SimTime at;  ///< Of delivery, or the end of the run.
  bool is_delivered = true;
  std::vector<freight::LedgerEntry> on_path;  ///< In the order told.
  freight::Costs costs;
  freight::Financed financed;
};

/// Somebody who listens to closed ledgers.
class LotListener {
 public:
  virtual ~LotListener() = default;
  virtual void lot_closed(ClosedLot const&) = 0;
};

/// Gathers ledger entries and costs until the block of their consignment closes. Holds only what is under way.
class LotAssembler : public FactListener {
 public:
  explicit LotAssembler(std::vector<LotListener*> listeners) : listeners_{std::move(listeners)} {}
  void ledger_entry(SimTime, freight::LedgerEntry const&) override;
  void costs(SimTime, freight::Costs const&) override;
  void financed(SimTime, freight::Financed const&) override;
  void delivered(SimTime at, freight::LotEnd const& end) override { close(at, end, true); }
  void unfinished(SimTime at, freight::LotEnd const& end) override { close(at, end, false); }

 private:
  void close(SimTime, freight::LotEnd const&, bool is_delivered);

  std::vector<LotListener*> listeners_;
  std::map<freight::LotName, ClosedLot> open_;
};

}  // namespace shudao::experiment

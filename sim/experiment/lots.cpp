#include "sim/experiment/lots.h"

namespace shudao::experiment {

void LotAssembler::ledger_entry(SimTime, freight::LedgerEntry const& entry) {
  if (entry.is_on_path) open_[entry.lot].on_path.push_back(entry);
}

void LotAssembler::costs(SimTime, freight::Costs const& costs) { open_[costs.lot].costs = costs; }

void LotAssembler::financed(SimTime, freight::Financed const& financed) { open_[financed.lot].financed = financed; }

void LotAssembler::close(SimTime at, freight::LotEnd const& end, bool is_delivered) {
  ClosedLot& lot = open_[end.lot];
  lot.end = end;
  lot.at = at;
  lot.is_delivered = is_delivered;
  for (LotListener* listener : listeners_) listener->lot_closed(lot);
  open_.erase(end.lot);
}

}  // namespace shudao::experiment

#include "sim/experiment/ledger_law.h"

#include <fmt/format.h>

namespace shudao::experiment {
namespace {

std::string moment(std::int64_t ms) { return utc_text(SimTime::from_ms(ms)); }

}  // namespace

std::string LedgerLaw::words(freight::LedgerEntry const& entry) const {
  return fmt::format("{} at {}", scenarios::name_of(entry.component), freight::name_of(entry.charged_to, scenario_));
}

/// What is wrong first; empty if nothing is.
std::string LedgerLaw::fault_of(ClosedLot const& lot) const {
  if (!lot.is_delivered && lot.on_path.empty() && lot.end.lot == last_with_path_) return {};
  std::int64_t until = lot.end.ready_ms;
  for (freight::LedgerEntry const& entry : lot.on_path) {
    if (entry.to_ms < entry.from_ms) {
      return fmt::format("{} ms charged to {} from {}", entry.to_ms - entry.from_ms, words(entry),
                         moment(entry.from_ms));
    }
    if (entry.from_ms > until) {
      return fmt::format("{} ms charged to nothing, from {} until {} begins", entry.from_ms - until, moment(until),
                         words(entry));
    }
    if (entry.from_ms < until) {
      return fmt::format("{} ms charged twice: {} begins at {}, charged already until {}", until - entry.from_ms,
                         words(entry), moment(entry.from_ms), moment(until));
    }
    until = entry.to_ms;
  }
  if (until == lot.at.ms()) return {};
  return fmt::format("{} ms from ready to {}, but {} ms charged", lot.at.ms() - lot.end.ready_ms,
                     lot.is_delivered ? "delivered" : "the end of the run", until - lot.end.ready_ms);
}

void LedgerLaw::lot_closed(ClosedLot const& lot) {
  std::string const fault = fault_of(lot);
  if (!lot.on_path.empty()) last_with_path_ = lot.end.lot;
  if (fault.empty()) return;
  breaches_.add(fmt::format("consignment {}/{}: {}", scenario_.flows[scenarios::FlowId{lot.end.lot.flow}].id,
                            lot.end.lot.ordinal, fault));
}

}  // namespace shudao::experiment

#include "sim/experiment/little.h"

#include <fmt/format.h>

#include <algorithm>

namespace shudao::experiment {

Little::Little(scenarios::Scenario const& scenario) : scenario_{scenario}, stays_(scenario.places.size()) {}

void Little::ledger_entry(SimTime, freight::LedgerEntry const& entry) {
  if (entry.at.kind() != freight::Where::Kind::place) return;
  std::int64_t const from = std::max(entry.from_ms, scenario_.start.ms());
  std::int64_t const to = std::min(entry.to_ms, scenario_.horizon().ms());
  if (to > from) stays_.at(entry.at.index()) += entry.teu * (to - from);
}

Law Little::verdict(PlaceTally const& places) const {
  Breaches breaches;
  for (std::size_t i = 0; i < stays_.size(); ++i) {
    std::int64_t const counted = places.counts()[i].area_run_ms;
    if (counted == stays_[i]) continue;
    breaches.add(fmt::format("place {}: counted {} TEU·ms, but the ledgers tell of {} TEU·ms: {} {}",
                             scenario_.places[scenarios::PlaceId{i}].id, counted, stays_[i],
                             std::max(counted, stays_[i]) - std::min(counted, stays_[i]),
                             counted > stays_[i] ? "not in any ledger" : "never counted"));
  }
  return breaches.law();
}

}  // namespace shudao::experiment

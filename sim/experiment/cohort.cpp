#include "sim/experiment/cohort.h"

#include <algorithm>

#include "sim/experiment/measures.h"

namespace shudao::experiment {

CostItems cost_items(ClosedLot const& lot, scenarios::Flow const& flow) {
  double const value_fen = flow.value_cny_per_teu * 100.0 * static_cast<double>(lot.end.teu);
  auto const years = [](std::int64_t ms) { return static_cast<double>(ms) / static_cast<double>(kYearMs); };
  std::int64_t const inventory = to_nearest(value_fen * flow.interest_per_year * years(lot.at.ms() - lot.end.ready_ms));
  std::int64_t const duty =
      to_nearest(value_fen * flow.duty_rate * flow.interest_per_year * years(lot.financed.duty_ms));
  std::int64_t const refund =
      to_nearest(value_fen * flow.refund_rate * flow.interest_per_year * years(lot.financed.refund_ms));
  return {lot.costs.tariff_fen, lot.costs.handling_fen,   lot.costs.storage_fen, lot.costs.formalities_fen, inventory,
          duty + refund,        -lot.financed.subsidy_fen};
}

Cohort::Cohort(scenarios::Scenario const& scenario)
    : scenario_{scenario}, hasher_{scenario}, stays_(scenario.places.size()) {}

void Cohort::lot_closed(ClosedLot const& lot) {
  SimTime const ready = SimTime::from_ms(lot.end.ready_ms);
  if (ready < scenario_.window_start() || ready >= scenario_.horizon()) return;
  if (scenario_.flows[scenarios::FlowId{lot.end.lot.flow}].is_empties) return;
  Fingerprint const ledger = hasher_.fingerprint_of(lot);
  digest_ += ledger;
  if (auto const known = unfinished_.find(lot.end.lot); known != unfinished_.end()) {
    return add_part(lots_[known->second], lot, ledger);  // The time of the consignment is that of its first part.
  }
  if (!lot.is_delivered) {
    unfinished_[lot.end.lot] = lots_.size();
    if (!lot.on_path.empty()) {
      freight::LedgerEntry const& last = lot.on_path.back();
      ++held_[{last.component, last.charged_to.kind(), last.charged_to.index()}];
    }
  }
  LotValues& values = lots_.emplace_back();
  values.lot = lot.end.lot;
  values.route = lot.end.route;
  values.is_delivered = lot.is_delivered;
  values.transit_ms = lot.at.ms() - lot.end.ready_ms;
  add_part(values, lot, ledger);
  add_path(values, lot);
}

void Cohort::add_part(LotValues& values, ClosedLot const& lot, Fingerprint const& ledger) {
  values.teu += lot.end.teu;
  values.co2e_g += lot.end.co2e_g;
  CostItems const items = cost_items(lot, scenario_.flows[scenarios::FlowId{lot.end.lot.flow}]);
  for (std::size_t i = 0; i < items.size(); ++i) {
    values.cost_items[i] += items[i];
    values.cost_fen += items[i];
  }
  values.ledger += ledger;
}

void Cohort::add_path(LotValues& values, ClosedLot const& lot) {
  std::vector<std::uint32_t> places;
  for (freight::LedgerEntry const& entry : lot.on_path) {
    std::int64_t const ms = entry.to_ms - entry.from_ms;
    values.component_ms.at(static_cast<std::size_t>(entry.component)) += ms;
    causes_[{lot.end.lot.flow, entry.component, entry.charged_to.kind(), entry.charged_to.index()}] += ms;
    if (entry.at.kind() != freight::Where::Kind::place) continue;
    stays_.at(entry.at.index()).ms += ms;
    places.push_back(entry.at.index());
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (std::uint32_t const place : places) ++stays_[place].consignments;
}

void Cohort::sort() {
  std::sort(lots_.begin(), lots_.end(), [](LotValues const& a, LotValues const& b) { return a.lot < b.lot; });
}

}  // namespace shudao::experiment

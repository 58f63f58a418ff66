#include "sim/experiment/cohort.h"

#include <algorithm>
#include <utility>

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

Cohort::Cohort(scenarios::Scenario const& scenario, KeepLots keep)
    : scenario_{scenario},
      hasher_{scenario},
      keep_{keep},
      corridors_(scenario.flows.size()),
      totals_(scenario.flows.size()),
      transit_(scenario.corridors.size()),
      stays_(scenario.places.size()) {
  for (std::size_t i = 0; i < totals_.size(); ++i)
    totals_[i].routes.resize(scenario.flows[scenarios::FlowId{i}].routes.size());
  for (std::size_t i = 0; i < transit_.size(); ++i)
    for (scenarios::FlowId const flow : scenario.corridors[scenarios::CorridorId{i}].flows)
      corridors_[flow.index()].push_back(i);
}

void Cohort::lot_closed(ClosedLot const& lot) {
  SimTime const ready = SimTime::from_ms(lot.end.ready_ms);
  if (ready < scenario_.window_start() || ready >= scenario_.horizon()) return;
  if (scenario_.flows[scenarios::FlowId{lot.end.lot.flow}].is_empties) return;
  Fingerprint const ledger = hasher_.fingerprint_of(lot);
  digest_ += ledger;
  if (auto const known = unfinished_.find(lot.end.lot); known != unfinished_.end()) {
    return add_part(known->second, lot, ledger);  // The time of the consignment is that of its first part.
  }
  LotValues values = first_part(lot);
  add_part(values, lot, ledger);
  if (!lot.is_delivered) {
    unfinished_[lot.end.lot] = values;
  } else {
    keep(values);
  }
}

void Cohort::keep(LotValues const& values) {
  bool const is_compared = !corridors_[values.lot.flow].empty();
  if (keep_ == KeepLots::yes && is_compared) book_.add(values);
}

/// All but what every part has of its own.
LotValues Cohort::first_part(ClosedLot const& lot) {
  LotValues values;
  values.lot = lot.end.lot;
  values.firm_class = lot.end.firm_class;
  values.is_delivered = lot.is_delivered;
  values.transit_ms = lot.at.ms() - lot.end.ready_ms;
  if (!lot.is_delivered && !lot.on_path.empty()) {
    freight::LedgerEntry const& last = lot.on_path.back();
    ++held_[{last.component, last.charged_to.kind(), last.charged_to.index()}];
  }
  add_time(lot);
  add_path(values, lot);
  return values;
}

void Cohort::add_time(ClosedLot const& lot) {
  Duration const transit = lot.at - SimTime::from_ms(lot.end.ready_ms);
  FlowTotals& totals = totals_[lot.end.lot.flow];
  ++totals.consignments;
  if (!lot.is_delivered) ++totals.unfinished;
  auto const& due = scenario_.flows[scenarios::FlowId{lot.end.lot.flow}].due;
  if (due && lot.is_delivered && transit <= *due) ++totals.in_time;
  FlowTotals::OnRoute& route = totals.routes.at(lot.end.route);
  ++route.consignments;
  route.transit_ms += transit.ms();
  for (std::size_t const corridor : corridors_[lot.end.lot.flow]) {
    transit_[corridor].durations.add(transit);
    transit_[corridor].minutes.add(transit);
  }
}

void Cohort::add_part(LotValues& values, ClosedLot const& lot, Fingerprint const& ledger) {
  scenarios::Flow const& flow = scenario_.flows[scenarios::FlowId{lot.end.lot.flow}];
  FlowTotals& totals = totals_[lot.end.lot.flow];
  CostItems const items = cost_items(lot, flow);
  for (std::size_t i = 0; i < items.size(); ++i) {
    totals.cost_items[i] += items[i];
    values.cost_fen += items[i];
  }
  values.teu += lot.end.teu;
  values.co2e_g += lot.end.co2e_g;
  values.ledger += ledger;
  totals.teu += lot.end.teu;
  totals.co2e_g += lot.end.co2e_g;
  if (flow.shelf_life && values.transit_ms > flow.shelf_life->ms()) totals.spoiled_teu += lot.end.teu;
}

void Cohort::add_path(LotValues& values, ClosedLot const& lot) {
  std::vector<std::uint32_t> places;
  FlowTotals& totals = totals_[lot.end.lot.flow];
  for (freight::LedgerEntry const& entry : lot.on_path) {
    std::int64_t const ms = entry.to_ms - entry.from_ms;
    values.component_ms.at(static_cast<std::size_t>(entry.component)) += ms;
    totals.component_ms.at(static_cast<std::size_t>(entry.component)) += ms;
    causes_[{lot.end.lot.flow, entry.component, entry.charged_to.kind(), entry.charged_to.index()}] += ms;
    if (entry.at.kind() != freight::Where::Kind::place) continue;
    stays_.at(entry.at.index()).ms += ms;
    places.push_back(entry.at.index());
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (std::uint32_t const place : places) ++stays_[place].consignments;
}

LotBook Cohort::take_lots() {
  for (auto const& [lot, values] : unfinished_) keep(values);
  return std::move(book_);
}

}  // namespace shudao::experiment

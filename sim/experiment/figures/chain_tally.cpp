#include "sim/experiment/figures/chain_tally.h"

#include <algorithm>

namespace shudao::experiment {
namespace {

RouteSums empty_sums(std::size_t places) {
  RouteSums sums;
  sums.arrival_ms.resize(places);
  sums.departure_ms.resize(places);
  sums.teu_arrival_ms.resize(places);
  sums.teu_departure_ms.resize(places);
  sums.paid_fen.resize(places);
  sums.trips.stay_ms.resize(places);
  return sums;
}

/// Where on the route the place is; what is paid off the route counts at its end.
std::size_t position_of(std::uint32_t place, RouteShape const& shape) {
  auto const found = std::find(shape.places.begin(), shape.places.end(), scenarios::PlaceId{place});
  return found == shape.places.end() ? shape.places.size() - 1 : static_cast<std::size_t>(found - shape.places.begin());
}

std::int64_t paid_in(CostItems const& items) {
  using scenarios::CostItem;
  auto const of = [&](CostItem item) { return items[static_cast<std::size_t>(item)]; };
  return of(CostItem::tariff) + of(CostItem::handling) + of(CostItem::storage) + of(CostItem::formalities);
}

}  // namespace

ChainTally::ChainTally(scenarios::Scenario const& scenario)
    : scenario_{scenario},
      chains_(scenario.corridors.size()),
      counts_(scenario.corridors.size()),
      routes_(scenario.flows.size()) {
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    scenarios::FlowId const id{i};
    scenarios::Flow const& flow = scenario.flows[id];
    for (scenarios::Route const& route : flow.routes) {
      RouteShape shape = shape_of(scenario, flow, route);
      RouteSums sums = empty_sums(shape.places.size());
      routes_[id].push_back({std::move(shape), std::move(sums), {}});
    }
  }
  index_chains();
}

void ChainTally::index_chains() {
  for (std::size_t i = 0; i < chains_.size(); ++i) {
    scenarios::CorridorId const corridor{i};
    chains_[corridor] = chains_of(scenario_, scenario_.corridors[corridor]);
    for (std::size_t c = 0; c < chains_[corridor].size(); ++c) {
      auto const& members = chains_[corridor][c].routes;
      for (auto const& [flow, route] : members) routes_[flow][route].chains.emplace_back(corridor, c);
      std::size_t const places = shape(members.front().first, members.front().second).places.size();
      Counts& counts = counts_[corridor].emplace_back();
      counts.arrival.resize(places);
      counts.departure.resize(places);
    }
  }
}

bool ChainTally::is_in_cohort(std::uint32_t flow, std::int64_t ready_ms) const {
  bool const is_in_window = ready_ms >= scenario_.window_start().ms() && ready_ms < scenario_.horizon().ms();
  return is_in_window && !scenario_.flows[scenarios::FlowId{flow}].is_empties;
}

void ChainTally::paid(SimTime, freight::Paid const& fact) {
  if (!is_in_cohort(fact.lot.flow, fact.ready_ms)) return;
  OnRoute& route = routes_[scenarios::FlowId{fact.lot.flow}].at(fact.route);
  route.sums.paid_fen[position_of(fact.place, route.shape)] += fact.fen;
}

void ChainTally::lot_closed(ClosedLot const& lot) {
  if (!is_in_cohort(lot.end.lot.flow, lot.end.ready_ms)) return;
  scenarios::FlowId const id{lot.end.lot.flow};
  OnRoute& route = routes_[id].at(lot.end.route);
  add_money(lot, scenario_.flows[id], route);
  follow(lot, route.shape);
  bool const is_first_part = lot.is_delivered || unfinished_.insert(lot.end.lot).second;
  if (is_first_part) add_times(route);
  for (std::size_t p = 0; p < route.shape.places.size(); ++p) {
    route.sums.teu_arrival_ms[p] += passage_.arrival[p] * lot.end.teu;
    route.sums.teu_departure_ms[p] += passage_.departure[p] * lot.end.teu;
  }
  if (lot.is_delivered) add_trip(lot, route);
}

/// It leaves a place when it begins to move on the link, and is at the next when it last moved on it.
void ChainTally::follow(ClosedLot const& lot, RouteShape const& shape) {
  std::int64_t const ready = lot.end.ready_ms;
  passage_.arrival.assign(shape.places.size(), lot.at.ms() - ready);
  passage_.departure.assign(shape.places.size(), lot.at.ms() - ready);
  passage_.arrival.front() = 0;
  passage_.moving_ms = 0;
  std::size_t left = 0;  // How many places it has left.
  for (freight::LedgerEntry const& entry : lot.on_path) {
    if (entry.component != scenarios::Component::moving) continue;
    passage_.moving_ms += entry.to_ms - entry.from_ms;
    bool const sets_off = left < shape.links.size() && entry.at == freight::Where{shape.links[left]};
    if (sets_off) passage_.departure[left++] = entry.from_ms - ready;
    if (left > 0) passage_.arrival[left] = entry.to_ms - ready;
  }
}

void ChainTally::add_times(OnRoute& route) {
  ++route.sums.consignments;
  for (std::size_t p = 0; p < route.shape.places.size(); ++p) {
    route.sums.arrival_ms[p] += passage_.arrival[p];
    route.sums.departure_ms[p] += passage_.departure[p];
  }
  for (auto const& [corridor, chain] : route.chains) {
    Counts& counts = counts_[corridor][chain];
    for (std::size_t p = 0; p < route.shape.places.size(); ++p) {
      if (p > 0) counts.arrival[p].add(passage_.arrival[p]);
      if (p < route.shape.links.size()) counts.departure[p].add(passage_.departure[p]);
    }
    counts.delivery.add(Duration::from_ms(passage_.departure.back()));
  }
}

void ChainTally::add_money(ClosedLot const& lot, scenarios::Flow const& flow, OnRoute& route) {
  RouteSums& sums = route.sums;
  CostItems const items = cost_items(lot, flow);
  for (std::size_t i = 0; i < items.size(); ++i) sums.cost_items[i] += items[i];
  sums.teu += lot.end.teu;
  sums.co2e_g += lot.end.co2e_g;
  if (lot.is_delivered) sums.trips.paid_fen += paid_in(items);
}

void ChainTally::add_trip(ClosedLot const& lot, OnRoute& route) {
  RouteSums::Trips& trips = route.sums.trips;
  ++trips.consignments;
  trips.teu += lot.end.teu;
  std::int64_t const trip_ms = passage_.arrival.back() - passage_.departure.front();
  trips.trip_ms += trip_ms;
  trips.moving_ms += passage_.moving_ms;
  if (trip_ms > 0) trips.km_per_h += route.shape.km.back() * 3'600'000.0 / static_cast<double>(trip_ms);
  for (std::size_t p = 0; p < route.shape.places.size(); ++p) {
    trips.stay_ms[p] += passage_.departure[p] - passage_.arrival[p];
  }
}

}  // namespace shudao::experiment

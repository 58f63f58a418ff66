#include "sim/experiment/evidence_tally.h"

#include <algorithm>

#include "sim/freight/link_states.h"

namespace shudao::experiment {

using scenarios::Component;

EvidenceTally::EvidenceTally(scenarios::Scenario const& scenario)
    : scenario_{scenario}, parts_{scenario}, corridors_(scenario.flows.size()) {
  std::size_t stops = 0;
  for (scenarios::Service const& service : scenario.services) {
    first_stop_.push_back(stops);
    stops += service.stops.size();
  }
  for (std::size_t i = 0; i < scenario.corridors.size(); ++i)
    for (scenarios::FlowId const flow : scenario.corridors[scenarios::CorridorId{i}].flows)
      corridors_[flow.index()].push_back(i);
  gathered_.resources.resize(scenario.resources.size());
  gathered_.links.resize(scenario.links.size());
  gathered_.boardings.resize(stops);
  gathered_.rooms.resize(scenario.places.size());
  gathered_.corridors.resize(scenario.corridors.size());
  gathered_.connections.resize(scenario.services.size());
}

/// What was never begun is told when the run ends, as if it began and ended then.
void EvidenceTally::served(SimTime, freight::Served const& fact) {
  Evidence::Load& load = gathered_.resources[fact.resource];
  parts_.add(load.waiting, fact.requested_ms, fact.began_ms);
  if (!parts_.contains(fact.requested_ms)) return;
  bool const is_begun = fact.ended_ms > fact.began_ms || fact.began_ms == fact.requested_ms;
  load.asked += fact.work_ms;
  ++(is_begun ? load.served : load.unserved);
}

void EvidenceTally::departed(SimTime at, freight::Departed const& fact) {
  if (!parts_.contains(at.ms())) return;
  Evidence::Boarding& boarding = gathered_.boardings[first_stop_[fact.service] + fact.stop];
  std::size_t const part = parts_.at(at.ms());
  boarding.room += fact.capacity_teu;
  boarding.wanted += fact.left_behind_teu > 0 ? fact.capacity_teu : fact.teu;
  ++boarding.runs[part];
  boarding.left_behind[part] += fact.left_behind_teu;
}

void EvidenceTally::entered_link(SimTime at, freight::EnteredLink const& fact) {
  Evidence::Load& load = gathered_.links[fact.link];
  parts_.add(load.waiting, fact.requested_ms, at.ms());
  if (!parts_.contains(fact.requested_ms)) return;
  load.asked += 1000;
  ++load.served;
}

void EvidenceTally::yard_level(SimTime at, freight::YardLevel const& fact) {
  Evidence::Room& room = gathered_.rooms[fact.place];
  std::int64_t const since_start = (at - scenario_.start).ms();
  if (fact.is_tracks) {
    room.tracks = fact.level;
    room.tracks_capacity = fact.capacity;
    room.tracks_changed_ms = since_start;
  } else {
    room.yard = fact.level;
    room.yard_capacity = fact.capacity;
    room.yard_changed_ms = since_start;
  }
}

void EvidenceTally::connection(SimTime at, freight::Connection const& fact) {
  if (!parts_.contains(at.ms())) return;
  Evidence::Count& count = gathered_.connections[fact.service];
  ++count.all;
  if (fact.is_missed) ++count.some;
}

/// Parts of a consignment count, too, though what they waited is on nobody's path.
void EvidenceTally::ledger_entry(SimTime at, freight::LedgerEntry const& entry) {
  bool const is_blocked = entry.component == Component::blocked;
  if (!is_blocked && entry.component != Component::waiting_departure) return;
  if (entry.charged_to.kind() != freight::Where::Kind::place) return;
  if (is_blocked)
    parts_.add(gathered_.rooms[entry.charged_to.index()].blocked_teu, entry.from_ms, entry.to_ms, entry.teu);
  if (entry.to_ms != at.ms()) return;
  if (at > held_at_) held_.clear();
  held_at_ = at;
  held_.push_back(entry);
}

void EvidenceTally::lot_closed(ClosedLot const& lot) {
  bool const is_demand = !scenario_.flows[scenarios::FlowId{lot.end.lot.flow}].is_empties;
  if (is_demand && lot.is_delivered && parts_.contains(lot.end.ready_ms)) see_member(lot);
}

/// Who waits at a place when the run ends.
void EvidenceTally::add_held(Evidence& all, SimTime end) const {
  if (held_at_ != end) return;
  for (freight::LedgerEntry const& entry : held_) {
    Evidence::Room& room = all.rooms[entry.charged_to.index()];
    if (entry.component == Component::waiting_departure) {
      ++room.incomplete;
    } else {
      room.smallest_teu = room.blocked == 0 ? entry.teu : std::min<std::int64_t>(room.smallest_teu, entry.teu);
      ++room.blocked;
    }
  }
}

void EvidenceTally::see_member(ClosedLot const& lot) {
  std::int64_t const transit = lot.at.ms() - lot.end.ready_ms;
  bool const is_inspected = std::any_of(lot.on_path.begin(), lot.on_path.end(), [](freight::LedgerEntry const& entry) {
    return entry.component == Component::inspection && entry.to_ms > entry.from_ms;
  });
  auto const& shelf_life = scenario_.flows[scenarios::FlowId{lot.end.lot.flow}].shelf_life;
  std::size_t const part = parts_.at(lot.end.ready_ms);
  for (std::size_t const i : corridors_[lot.end.lot.flow]) {
    Evidence::Corridor& corridor = gathered_.corridors[i];
    ++corridor.lots[part];
    corridor.transit_ms[part] += transit;
    corridor.inspected += is_inspected ? 1 : 0;
    corridor.perishable += shelf_life ? 1 : 0;
    corridor.spoiled += shelf_life && transit > shelf_life->ms() ? 1 : 0;
  }
}

std::int64_t EvidenceTally::slots_offered(scenarios::LinkId id) const {
  scenarios::Link const& link = scenario_.links[id];
  auto const slots = link.freight_slots_per_day();
  if (!slots) return 0;
  double const days = freight::LinkStates{link.disrupted}.worth_ms(scenario_.window_start(), scenario_.horizon()) /
                      static_cast<double>(Duration::from_days(1).ms());
  return to_nearest(*slots * days * 1000.0);
}

void EvidenceTally::add_cohort(Evidence& all, Cohort const& cohort) const {
  for (std::size_t i = 0; i < scenario_.flows.size(); ++i) {
    scenarios::FlowId const id{i};
    FlowTotals const& totals = cohort.totals(id);
    all.flows.push_back({totals.consignments, totals.unfinished});
    for (FlowTotals::OnRoute const& route : totals.routes)
      all.routes.push_back({totals.consignments, route.consignments});
    for (std::size_t const c : corridors_[i]) {
      if (scenario_.flows[id].due) all.corridors[c].with_due += totals.consignments;
      all.corridors[c].in_time += totals.in_time;
    }
  }
  for (std::size_t c = 0; c < all.corridors.size(); ++c) {
    double const p99_h = cohort.transit(scenarios::CorridorId{c}).minutes.quantile_h(99);
    all.corridors[c].p99_min = to_nearest(p99_h * 60.0);
  }
}

Evidence EvidenceTally::evidence(SimTime end, Cohort const& cohort, ResourceTally const& resources) const {
  Evidence all = gathered_;
  for (std::size_t i = 0; i < all.resources.size(); ++i)
    all.resources[i].offered = resources.open_ms(scenarios::ResourceId{i});
  for (std::size_t i = 0; i < all.links.size(); ++i) all.links[i].offered = slots_offered(scenarios::LinkId{i});
  all.ended_ms = (end - scenario_.start).ms();
  add_held(all, end);
  add_cohort(all, cohort);
  return all;
}

}  // namespace shudao::experiment

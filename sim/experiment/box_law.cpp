#include "sim/experiment/box_law.h"

#include <fmt/format.h>

namespace shudao::experiment {

BoxLaw::BoxLaw(scenarios::Scenario const& scenario)
    : scenario_{scenario}, kinds_(scenario.boxes.size()), now_{scenario.start} {
  for (std::size_t i = 0; i < scenario.places.size(); ++i) {
    for (scenarios::DepotStock const& stock : scenario.places[scenarios::PlaceId{i}].depot) {
      std::uint32_t const kind = stock.kind.index();
      stocks_[{static_cast<std::uint32_t>(i), kind}] = stock.initial.count();
      kinds_[kind].fleet += stock.initial.count();
      kinds_[kind].in_depots += stock.initial.count();
    }
  }
}

scenarios::Flow const& BoxLaw::flow_of(freight::LotName const& lot) const {
  return scenario_.flows[scenarios::FlowId{lot.flow}];
}

std::string BoxLaw::name_of(freight::LotName const& lot) const {
  return flow_of(lot).id + "/" + std::to_string(lot.ordinal);
}

/// Facts of one moment come one after the other: the balance is struck when time goes on.
void BoxLaw::move_on(SimTime at) {
  if (at <= now_) return;
  while (!returns_.empty() && returns_.begin()->first <= now_) {
    Return const& back = returns_.begin()->second;
    kinds_[back.kind].empty -= back.teu;
    kinds_[back.kind].is_changed = true;
    returns_.erase(returns_.begin());
  }
  judge();
  now_ = at;
}

void BoxLaw::judge() {
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    Kind& kind = kinds_[i];
    if (!kind.is_changed || kind.is_broken) continue;
    kind.is_changed = false;
    std::int64_t const sum = kind.in_depots + kind.laden + kind.empty;
    if (sum == kind.fleet && kind.in_depots >= 0) continue;
    kind.is_broken = true;
    breaches_.add(
        fmt::format("boxes {}: {} TEU in depots, {} laden, {} empty under way at {}: {} TEU, but there are {}",
                    scenario_.boxes[scenarios::BoxId{i}].id, kind.in_depots, kind.laden, kind.empty, utc_text(now_),
                    sum, kind.fleet));
  }
}

void BoxLaw::get(freight::LotName const& lot, std::int64_t teu, SimTime at) {
  if (carried_.try_emplace(lot, Carried{teu, 0}).second) return;
  breaches_.add(fmt::format("consignment {}: got boxes again at {}", name_of(lot), utc_text(at)));
}

void BoxLaw::generated(SimTime at, freight::Generated const& fact) {
  scenarios::Flow const& flow = flow_of(fact.lot);
  if (!flow.is_empties) return;
  move_on(at);
  Kind& kind = kinds_[flow.boxes->kind.index()];
  kind.empty += fact.teu;
  kind.is_changed = true;
  get(fact.lot, fact.teu, at);
}

void BoxLaw::boxed(SimTime at, freight::Boxed const& fact) {
  move_on(at);
  Kind& kind = kinds_.at(fact.kind);
  kind.laden += fact.teu;
  kind.is_changed = true;
  get(fact.lot, fact.teu, at);
}

void BoxLaw::box_stock(SimTime at, freight::BoxStock const& fact) {
  move_on(at);
  Kind& kind = kinds_.at(fact.kind);
  std::int64_t& stock = stocks_[{fact.place, fact.kind}];
  kind.in_depots += fact.teu - stock;
  kind.is_changed = true;
  stock = fact.teu;
}

void BoxLaw::delivered(SimTime at, freight::LotEnd const& fact) {
  scenarios::Flow const& flow = flow_of(fact.lot);
  if (!flow.boxes) return;
  move_on(at);
  Kind& kind = kinds_[flow.boxes->kind.index()];
  if (!flow.is_empties) {
    kind.laden -= fact.teu;
    kind.empty += fact.teu;
  }
  kind.is_changed = true;
  returns_.emplace(at + flow.boxes->returned_after, Return{flow.boxes->kind.index(), fact.teu});
  auto const known = carried_.find(fact.lot);
  std::int64_t const got = known == carried_.end() ? 0 : known->second.got;
  if (got != fact.teu) {
    breaches_.add(fmt::format("consignment {}: got boxes for {} TEU, but was delivered at {} in boxes for {}",
                              name_of(fact.lot), got, utc_text(at), fact.teu));
  }
  if (known != carried_.end()) carried_.erase(known);
}

void BoxLaw::unfinished(SimTime, freight::LotEnd const& fact) {
  auto const known = carried_.find(fact.lot);
  if (known != carried_.end()) known->second.at_end += fact.teu;
}

Law BoxLaw::verdict(SimTime end) {
  move_on(end + Duration::from_ms(1));
  for (auto const& [lot, carried] : carried_) {
    if (carried.at_end == carried.got) continue;
    breaches_.add(fmt::format("consignment {}: got boxes for {} TEU, but {} TEU of it are under way at the end",
                              name_of(lot), carried.got, carried.at_end));
  }
  return breaches_.law();
}

}  // namespace shudao::experiment

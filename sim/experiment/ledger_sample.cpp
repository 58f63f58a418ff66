#include "sim/experiment/ledger_sample.h"

#include <algorithm>

namespace shudao::experiment {
namespace {

Life life_of(ClosedLot const& lot, scenarios::Scenario const& scenario) {
  Life life;
  life.consignment = scenario.flows[scenarios::FlowId{lot.end.lot.flow}].id + "/" + std::to_string(lot.end.lot.ordinal);
  life.scenario = scenario.id;
  life.teu = lot.end.teu;
  life.ready = SimTime::from_ms(lot.end.ready_ms);
  for (freight::LedgerEntry const& entry : lot.on_path) {
    life.entries.push_back({entry.component, freight::name_of(entry.charged_to, scenario),
                            freight::name_of(entry.at, scenario), SimTime::from_ms(entry.from_ms),
                            SimTime::from_ms(entry.to_ms)});
  }
  return life;
}

}  // namespace

void LedgerSample::lot_closed(ClosedLot const& lot) {
  SimTime const ready = SimTime::from_ms(lot.end.ready_ms);
  if (ready < scenario_.window_start() || ready >= scenario_.horizon()) return;
  if (scenario_.flows[scenarios::FlowId{lot.end.lot.flow}].is_empties) return;
  std::pair const key{hasher_.name_of(lot.end.lot), lot.end.lot};
  if (lives_.size() == kSize && lives_.rbegin()->first < key) return;
  if (!lives_.try_emplace(key, life_of(lot, scenario_)).second) return;  // Of parts, the first one.
  if (lives_.size() > kSize) lives_.erase(std::prev(lives_.end()));
}

std::vector<Life> LedgerSample::lives() const {
  std::vector<std::pair<freight::LotName, Life>> named;
  for (auto const& [key, life] : lives_) named.emplace_back(key.second, life);
  std::sort(named.begin(), named.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  std::vector<Life> lives;
  for (auto& [name, life] : named) lives.push_back(std::move(life));
  return lives;
}

}  // namespace shudao::experiment

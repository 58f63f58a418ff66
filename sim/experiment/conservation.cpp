#include "sim/experiment/conservation.h"

#include <fmt/format.h>

namespace shudao::experiment {
namespace {

std::string account(std::int64_t generated, std::int64_t delivered, std::int64_t under_way) {
  std::int64_t const missing = generated - delivered - under_way;
  return fmt::format("{} TEU generated, {} delivered, {} under way at the end: {} TEU {}", generated, delivered,
                     under_way, missing < 0 ? -missing : missing, missing < 0 ? "too many" : "lost");
}

}  // namespace

Conservation::Conservation(scenarios::Scenario const& scenario) : scenario_{scenario}, flows_(scenario.flows.size()) {}

std::string Conservation::name_of(freight::LotName const& lot) const {
  return scenario_.flows[scenarios::FlowId{lot.flow}].id + "/" + std::to_string(lot.ordinal);
}

void Conservation::generated(SimTime at, freight::Generated const& fact) {
  flows_.at(fact.lot.flow).generated += fact.teu;
  if (open_.try_emplace(fact.lot, Amounts{fact.teu, 0, 0}).second) return;
  breaches_.add(fmt::format("consignment {}: generated again at {}", name_of(fact.lot), utc_text(at)));
}

void Conservation::delivered(SimTime at, freight::LotEnd const& fact) {
  flows_.at(fact.lot.flow).delivered += fact.teu;
  auto const known = open_.find(fact.lot);
  if (known == open_.end()) {
    breaches_.add(fmt::format("consignment {}: {} TEU delivered at {}, but nothing of it was under way",
                              name_of(fact.lot), fact.teu, utc_text(at)));
    return;
  }
  known->second.delivered = fact.teu;
  judge_consignment(fact.lot, known->second);
  open_.erase(known);
}

void Conservation::unfinished(SimTime at, freight::LotEnd const& fact) {
  flows_.at(fact.lot.flow).under_way += fact.teu;
  auto const known = open_.find(fact.lot);
  if (known != open_.end()) {
    known->second.under_way += fact.teu;
  } else {
    breaches_.add(fmt::format("consignment {}: {} TEU still under way at {}, but it was delivered or never generated",
                              name_of(fact.lot), fact.teu, utc_text(at)));
  }
}

void Conservation::judge_consignment(freight::LotName const& lot, Amounts const& amounts) {
  if (amounts.missing() == 0) return;
  breaches_.add(fmt::format("consignment {}: {}", name_of(lot),
                            account(amounts.generated, amounts.delivered, amounts.under_way)));
}

void Conservation::judge_places(PlaceTally const& places) {
  for (std::size_t i = 0; i < places.counts().size(); ++i) {
    PlaceTally::Count const& count = places.counts()[i];
    if (count.least >= 0) continue;
    breaches_.add(fmt::format("place {}: {} TEU present at {}", scenario_.places[scenarios::PlaceId{i}].id, count.least,
                              utc_text(count.least_at)));
  }
}

Law Conservation::verdict(PlaceTally const& places) {
  for (auto const& [lot, amounts] : open_) judge_consignment(lot, amounts);
  for (std::size_t i = 0; i < flows_.size(); ++i) {
    if (flows_[i].missing() == 0) continue;
    breaches_.add(fmt::format("flow {}: {}", scenario_.flows[scenarios::FlowId{i}].id,
                              account(flows_[i].generated, flows_[i].delivered, flows_[i].under_way)));
  }
  judge_places(places);
  return breaches_.law();
}

}  // namespace shudao::experiment

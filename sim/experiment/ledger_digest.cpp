#include "sim/experiment/ledger_digest.h"

namespace shudao::experiment {
namespace {

template<class Things>
std::vector<NameHash> names_of(Things const& things) {
  std::vector<NameHash> names;
  names.reserve(things.size());
  for (auto const& thing : things) names.push_back(name_hash(thing.id));
  return names;
}

std::uint64_t number(NameHash hash) { return static_cast<std::uint64_t>(hash); }

}  // namespace

LedgerHasher::LedgerHasher(scenarios::Scenario const& scenario)
    : flows_{names_of(scenario.flows)},
      wheres_{names_of(scenario.places), names_of(scenario.links), names_of(scenario.services)} {}

NameHash LedgerHasher::name_of(freight::LotName const& lot) const {
  return name_hash(flows_.at(lot.flow), std::uint64_t{lot.ordinal});
}

Fingerprint LedgerHasher::fingerprint_of(ClosedLot const& lot) const {
  Digest digest;
  digest.add(number(flows_.at(lot.end.lot.flow)));
  digest.add(std::uint64_t{lot.end.lot.ordinal});
  digest.add(std::uint64_t{lot.is_delivered});
  digest.add(std::int64_t{lot.end.teu});
  digest.add(lot.end.ready_ms);
  digest.add(lot.at.ms());
  for (freight::LedgerEntry const& entry : lot.on_path) {
    auto const kind = static_cast<std::size_t>(entry.charged_to.kind());
    digest.add(static_cast<std::uint64_t>(entry.component));
    digest.add(std::uint64_t{kind});
    digest.add(number(wheres_.at(kind).at(entry.charged_to.index())));
    digest.add(entry.from_ms);
    digest.add(entry.to_ms);
    digest.add(std::int64_t{entry.teu});
  }
  return digest.value();
}

}  // namespace shudao::experiment

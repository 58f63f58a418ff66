#include "sim/freight/parts.h"

#include <algorithm>

#include "sim/freight/telling.h"

namespace shudao::freight {

namespace {

/// What has been in the yard longest goes first.
std::vector<Stored> take_stored(Consignment& whole, Teu teu) {
  std::vector<Stored> taken;
  while (teu > Teu{} && !whole.stored.empty()) {
    Stored& first = whole.stored.front();
    Teu const part = std::min(first.teu, teu);
    taken.push_back({part, first.since});
    first.teu -= part;
    teu -= part;
    if (first.teu == Teu{}) whole.stored.erase(whole.stored.begin());
  }
  return taken;
}

}  // namespace

std::uint32_t cut_part(Setting& setting, std::uint32_t handle, Teu teu, SimTime now) {
  Consignment& whole = setting.lots[handle];
  ensure(teu > Teu{} && teu < whole.teu, "a part must be smaller than what it is cut from");
  ensure(whole.journal.until() == now, "a consignment is cut before its ledger is complete");
  Consignment part = whole;
  part.part = ++whole.parts_cut;
  part.parts_cut = 0;
  part.name = name_hash(whole.name, part.part);
  part.teu = teu;
  part.born = now;
  part.formalities = part.tariff = part.handling = part.storage = part.subsidy = Money{};
  part.emission = Emission{};
  part.teu_m = 0;
  whole.teu -= teu;
  part.stored = take_stored(whole, teu);
  return setting.lots.put(std::move(part));
}

namespace {

/// What was earlier there comes first; of what came now, the lowest part number decides.
std::uint32_t last_come(Setting& setting, std::vector<std::uint32_t> const& parts) {
  return *std::max_element(parts.begin(), parts.end(), [&](std::uint32_t a, std::uint32_t b) {
    Consignment const& x = setting.lots[a];
    Consignment const& y = setting.lots[b];
    return x.journal.until() != y.journal.until() ? x.journal.until() < y.journal.until() : x.part > y.part;
  });
}

void take_over(Consignment& whole, Consignment const& part) {
  whole.teu += part.teu;
  whole.tokens.insert(part.tokens);
  whole.visits.merge(part.visits);
  whole.formalities += part.formalities;
  whole.tariff += part.tariff;
  whole.handling += part.handling;
  whole.storage += part.storage;
  whole.subsidy += part.subsidy;
  whole.duty_paid = std::min(whole.duty_paid, part.duty_paid);
  whole.refunded = std::min(whole.refunded, part.refunded);
  whole.emission += part.emission;
  whole.teu_m += part.teu_m;
  whole.stored.insert(whole.stored.end(), part.stored.begin(), part.stored.end());
}

}  // namespace

std::uint32_t merge_parts(Setting& setting, std::vector<std::uint32_t> const& parts, kernel::Outbox& out) {
  std::uint32_t const last = last_come(setting, parts);
  Consignment& whole = setting.lots[last];
  SimTime const path_since = whole.born;
  for (std::uint32_t handle : parts) {
    if (handle == last) continue;
    Consignment& part = setting.lots[handle];
    part.journal.charge(scenarios::Component::waiting_departure, part.at, part.at, part.teu, out.now());
    // What was left over shares its ledger with the deciding part until that one was cut off.
    tell_off_path(part, part.part == 0 ? path_since : part.born, out);
    take_over(whole, part);
    setting.lots.drop(handle);
  }
  ensure(whole.teu == whole.total, "the parts of a consignment do not make up the whole");
  whole.name = name_hash(setting.world.name_of(whole.flow), whole.lot.ordinal);
  whole.part = whole.parts_cut = 0;
  whole.born = whole.ready;
  return last;
}

}  // namespace shudao::freight

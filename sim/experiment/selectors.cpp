#include "sim/experiment/selectors.h"

namespace shudao::experiment {
namespace {

void add(Digest& digest, std::string const& word) {
  digest.add(static_cast<std::uint64_t>(word.size()));
  digest.add_bytes(word.data(), word.size());
}

template<class Number>
requires std::is_enum_v<Number> || std::is_integral_v<Number>
void add(Digest& digest, Number number) { digest.add(static_cast<std::uint64_t>(number)); }

void add(Digest& digest, std::optional<Interval> const& days) {
  add(digest, days.has_value());
  if (!days) return;
  digest.add(days->from.ms());
  digest.add(days->to.ms());
}

template<class Item>
void add(Digest& digest, std::vector<Item> const& items) {
  add(digest, items.size());
  for (Item const& item : items) add(digest, item);
}

void add(Digest& digest, scenarios::Selector const& selector) {
  // Names every member, so that a new one is not forgotten here.
  auto const& [kind, statistic, corridor, flows, regimes, commodities, directions, firm_classes, services, links, place,
               from, to, process, after_step, until_step, resource, at, step, token, credited_to, items, components,
               begins_at_arrival, ends_at_departure, counts_stops, counts_vehicles, is_per_teu_km, during] = selector;
  auto const all = [&digest](auto const&... parts) { (add(digest, parts), ...); };
  all(kind, statistic, corridor, flows, regimes, commodities, directions, firm_classes, services, links, place, from,
      to, process, after_step, until_step, resource, at, step, token, credited_to, items, components, begins_at_arrival,
      ends_at_departure, counts_stops, counts_vehicles, is_per_teu_km, during);
}

}  // namespace

Fingerprint fingerprint_of(std::vector<scenarios::Selector> const& selectors) {
  Digest digest;
  for (scenarios::Selector const& selector : selectors) add(digest, selector);
  return digest.value();
}

}  // namespace shudao::experiment

#include "sim/base/digest.h"
#include "sim/base/name_hash.h"
#include "sim/freight/simulation.h"

namespace shudao::freight {

using scenarios::Scenario;

namespace {

template<class Things>
std::vector<std::uint64_t> hashes(Things const& things) {
  std::vector<std::uint64_t> names;
  for (auto const& thing : things) names.push_back(static_cast<std::uint64_t>(name_hash(thing.id)));
  return names;
}

}  // namespace

struct FactDigest::State {
  explicit State(Scenario const& scenario)
      : places{hashes(scenario.places)},
        links{hashes(scenario.links)},
        services{hashes(scenario.services)},
        flows{hashes(scenario.flows)},
        resources{hashes(scenario.resources)},
        boxes{hashes(scenario.boxes)} {
    for (auto const& flow : scenario.flows) {
      auto& names = routes.emplace_back();
      if (!flow.choice) continue;
      for (auto const& route : flow.routes) names.push_back(static_cast<std::uint64_t>(name_hash(route.name)));
    }
  }

  template<class... Values>
  void add(Values... values) {
    (digest.add(static_cast<std::int64_t>(values)), ...);
  }
  void add_lot(LotName lot) {
    digest.add(flows[lot.flow]);
    add(lot.ordinal);
  }
  void add_where(Where where) {
    auto const& names = where.kind() == Where::Kind::place  ? places
                        : where.kind() == Where::Kind::link ? links
                                                            : services;
    add(static_cast<std::uint32_t>(where.kind()));
    digest.add(names[where.index()]);
  }

  void take(Generated const& f) {
    add_lot(f.lot), add(f.teu, f.firm_class);
    // Where there is no choice the route says nothing, and worlds without routes keep their digest.
    if (!routes[f.lot.flow].empty()) digest.add(routes[f.lot.flow][f.route]);
  }
  void take(LedgerEntry const& f) {
    add_lot(f.lot), add_where(f.charged_to), add_where(f.at);
    add(static_cast<std::uint8_t>(f.component), f.is_on_path, f.teu, f.from_ms, f.to_ms);
  }
  void take(Costs const& f) { add_lot(f.lot), add(f.tariff_fen, f.handling_fen, f.storage_fen, f.formalities_fen); }
  void take(LotEnd const& f) { add_lot(f.lot), add(f.teu, f.firm_class, f.ready_ms, f.co2e_g, f.teu_m); }
  void take(Presence const& f) { digest.add(places[f.place]), add(f.delta_teu); }
  void take(Departed const& f) {
    digest.add(services[f.service]), digest.add(places[f.place]);
    add(f.teu, f.capacity_teu, f.left_behind_teu, f.stop, f.scheduled_ms);
  }
  void take(EnteredLink const& f) {
    digest.add(links[f.link]), digest.add(services[f.service]), add(f.teu, f.requested_ms);
  }
  void take(Served const& f) {
    digest.add(resources[f.resource]), add(f.requested_ms, f.began_ms, f.ended_ms, f.work_ms);
  }
  void take(YardLevel const& f) { digest.add(places[f.place]), add(f.is_tracks, f.level, f.capacity); }
  void take(VehicleMoved const&) {}
  void take(WentThrough const&) {}
  void take(Granted const&) {}
  void take(Cancelled const& f) { digest.add(services[f.service]), add(f.waiting_teu, f.scheduled_ms); }

  std::vector<std::vector<std::uint64_t>> routes;  ///< By flow; empty where there is no choice.
  void take(Boxed const& f) {
    add_lot(f.lot), digest.add(boxes[f.kind]), digest.add(places[f.place]), add(f.teu, f.asked_ms);
  }
  void take(BoxStock const& f) { digest.add(places[f.place]), digest.add(boxes[f.kind]), add(f.teu); }
  void take(EmptiesLeft const& f) { digest.add(services[f.service]), digest.add(places[f.place]), add(f.stop, f.teu); }
  void take(Connection const&) {}
  void take(Paid const&) {}
  void take(Financed const& f) { add_lot(f.lot), add(f.duty_ms, f.refund_ms, f.subsidy_fen); }

  std::vector<std::uint64_t> places, links, services, flows, resources, boxes;
  Digest digest;
};

FactDigest::FactDigest(Scenario const& scenario) : state_{std::make_unique<State>(scenario)} {}
FactDigest::~FactDigest() = default;

void FactDigest::add(kernel::Observation const& seen) {
  auto const kind = static_cast<FactKind>(seen.fact.kind);
  if (kind == FactKind::connection || kind == FactKind::paid || is_detail(kind)) return;
  state_->add(seen.key.time.ms(), seen.fact.kind);
  visit_fact(seen.fact, [this](auto, auto const& fact) { state_->take(fact); });
}

Fingerprint FactDigest::value() const { return state_->digest.value(); }

}  // namespace shudao::freight

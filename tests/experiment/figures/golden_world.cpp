#include "golden_world.h"

#include <array>

namespace shudao::experiment {
namespace {

using freight::FactKind;
using freight::Where;
using scenarios::Component;
using scenarios::LinkId;
using scenarios::PlaceId;

constexpr std::array kNames = {"a", "b", "g"};  // By id, as everything in a scenario.
PlaceId const kA{0}, kB{1}, kG{2};

scenarios::Link link(std::string const& id, PlaceId from, PlaceId to, double km, scenarios::Mode mode) {
  scenarios::Link made;
  made.id = id;
  made.name = {id, id};
  made.from = from;
  made.to = to;
  made.mode = mode;
  made.distance = distance_from_km(km);
  made.running = {true, Distribution{Constant{40.0}}};
  return made;
}

scenarios::Service service(std::string const& id, PlaceId from, PlaceId to, LinkId on, scenarios::Mode mode) {
  scenarios::Service made;
  made.id = id;
  made.name = {id, id};
  made.kind = scenarios::ServiceKind::on_demand;
  made.mode = mode;
  made.stops = {{from, scenarios::ProcessId::none(), on, {}}, {to, scenarios::ProcessId::none(), LinkId::none(), {}}};
  made.capacity = Teu::of(4);
  return made;
}

void add_services(scenarios::Scenario& world) {
  using scenarios::Mode;
  world.links = {};
  world.links.push_back(link("rail", kA, kG, 100, Mode::rail));
  world.links.push_back(link("road", kG, kB, 300, Mode::road));
  scenarios::Service train = service("train", kA, kG, LinkId{0}, Mode::rail);
  train.tariff_per_teu = money_from_cny(500);
  train.tariff_cny_per_teu_km = 2;
  train.co2e_g_per_tkm = 20;
  scenarios::Service truck = service("truck", kG, kB, LinkId{1}, Mode::road);
  truck.tariff_cny_per_teu_km = 6;
  truck.co2e_g_per_tkm = 80;
  world.services = {};
  world.services.push_back(train);
  world.services.push_back(truck);
}

scenarios::Handling crane(scenarios::Mode mode, double cny_per_teu) {
  scenarios::Handling made;
  made.mode = mode;
  made.cost_per_teu = money_from_cny(cny_per_teu);
  return made;
}

}  // namespace

scenarios::Scenario golden_world() {
  using scenarios::Mode;
  scenarios::Scenario world = tiny_world();
  scenarios::Place border;
  border.id = kNames[2];
  border.kinds = {"border_gate"};
  world.places.push_back(border);
  world.places[kA].handling = {crane(Mode::rail, 50)};
  world.places[kG].handling = {crane(Mode::rail, 80), crane(Mode::road, 30)};
  world.places[kB].handling = {crane(Mode::road, 40)};
  add_services(world);
  scenarios::Flow& flow = world.flows[scenarios::FlowId{0}];
  flow.tonnes_per_teu = 10;
  flow.routes = {{"", {{scenarios::ServiceId{0}, 0, 1}, {scenarios::ServiceId{1}, 0, 1}}}};
  return world;
}

namespace {

struct Hours {
  std::int64_t wait, rail, border, road, unloading;
};

void add_life(Stream& stream, std::uint32_t ordinal, std::int32_t teu, Hours const& hours, std::int64_t paid_at_a_fen,
              std::int64_t paid_at_g_fen) {
  freight::LotName const lot{0, ordinal};
  SimTime const ready = golden_world().window_start();
  SimTime at = ready;
  auto const spend = [&](Component component, Where where, std::int64_t h) {
    stream.entry(ordinal, component, where, teu, at, hours_after(at, h));
    at = hours_after(at, h);
  };
  stream.tell(ready, FactKind::generated, freight::Generated{lot, teu, 0});
  spend(Component::queueing, Where{kA}, hours.wait);
  spend(Component::moving, Where{LinkId{0}}, hours.rail);
  spend(Component::inspection, Where{kG}, hours.border);
  spend(Component::moving, Where{LinkId{1}}, hours.road);
  spend(Component::handling, Where{kB}, hours.unloading);
  if (paid_at_a_fen > 0) stream.tell(ready, FactKind::paid, freight::Paid{lot, 0, 0, ready.ms(), paid_at_a_fen});
  stream.tell(ready, FactKind::paid, freight::Paid{lot, 0, 2, ready.ms(), paid_at_g_fen});
  freight::Costs const costs{lot, teu * 2500'00, teu * 200'00, 0, paid_at_a_fen + paid_at_g_fen};
  stream.tell(at, FactKind::costs, costs);
  stream.tell(at, FactKind::delivered, freight::LotEnd{lot, teu, 0, 0, ready.ms(), teu * 260'000, teu * 400'000});
}

}  // namespace

Stream golden_stream() {
  Stream stream;
  add_life(stream, 0, 2, {4, 5, 6, 10, 1}, 100'00, 300'00);
  add_life(stream, 1, 1, {2, 4, 12, 8, 2}, 0, 60'00);
  return stream;
}

}  // namespace shudao::experiment

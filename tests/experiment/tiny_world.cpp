#include "tiny_world.h"

#include <algorithm>

namespace shudao::experiment {

using freight::FactKind;
using freight::Where;
using scenarios::Component;

namespace {

freight::LotName lot(std::uint32_t ordinal) { return {0, ordinal}; }

void add_places(scenarios::Scenario& world) {
  for (char const* id : {"a", "b"}) {
    scenarios::Place place;
    place.id = id;
    place.name = {id, id};
    world.places.push_back(place);
  }
  world.places[scenarios::PlaceId{1}].yard.capacity = Teu::of(10);
  world.places[scenarios::PlaceId{1}].tracks = 1;
  scenarios::Resource officer;
  officer.id = "a/officer";
  officer.place = scenarios::PlaceId{0};
  officer.name = {"关员", "officer"};
  world.resources.push_back(officer);
}

void add_service(scenarios::Scenario& world) {
  scenarios::Link link;
  link.id = "line";
  link.name = {"线", "line"};
  link.from = scenarios::PlaceId{0};
  link.to = scenarios::PlaceId{1};
  link.distance = distance_from_km(400);
  link.running = {true, Distribution{Constant{40.0}}};
  link.slots_per_day = 2;
  world.links.push_back(link);
  scenarios::Service train;
  train.id = "train";
  train.name = {"班列", "train"};
  train.stops = {{scenarios::PlaceId{0}, scenarios::ProcessId::none(), scenarios::LinkId{0}, {}},
                 {scenarios::PlaceId{1}, scenarios::ProcessId::none(), scenarios::LinkId::none(), {}}};
  train.departures = {{0, Duration{}}, {3, Duration{}}};
  train.capacity = Teu::of(4);
  world.services.push_back(train);
}

void add_flow(scenarios::Scenario& world) {
  scenarios::Flow flow;
  flow.id = "tea";
  flow.name = {"茶", "tea"};
  flow.from = scenarios::PlaceId{0};
  flow.to = scenarios::PlaceId{1};
  flow.due = Duration::from_min(14 * 60);
  flow.firm_classes = {{"ordinary", 1.0}};
  flow.routes = {{"", {{scenarios::ServiceId{0}, 0, 1}}}};
  world.flows.push_back(flow);
  scenarios::Corridor corridor;
  corridor.id = "a-b";
  corridor.name = {"甲乙", "A to B"};
  corridor.from = scenarios::PlaceId{0};
  corridor.to = scenarios::PlaceId{1};
  corridor.flows = {scenarios::FlowId{0}};
  world.corridors.push_back(corridor);
}

}  // namespace

scenarios::Scenario tiny_world() {
  scenarios::Scenario world;
  world.id = "tiny";
  world.title = {"小世界", "tiny world"};
  world.start = SimTime::from_ms(1'641'168'000'000);
  world.warm_up = Duration::from_days(7);
  world.window = Duration::from_days(14);
  world.cap = Duration::from_days(7);
  world.seed = 5;
  world.replications = 4;
  world.document = R"({"id":"tiny"})";
  world.fingerprint = fingerprint(world.document);
  add_places(world);
  add_service(world);
  add_flow(world);
  return world;
}

scenarios::Scenario tiny_world_called(std::string const& id) {
  scenarios::Scenario world = tiny_world();
  world.id = id;
  world.document = "{\"id\":\"" + id + "\"}";
  world.fingerprint = fingerprint(world.document);
  return world;
}

Stream& Stream::entry(std::uint32_t ordinal, Component component, Where where, std::int32_t teu, SimTime from,
                      SimTime to, bool is_on_path) {
  Where const at = where.kind() == Where::Kind::service ? Where{scenarios::PlaceId{0}} : where;
  freight::LedgerEntry const entry{lot(ordinal), where, at, component, is_on_path, teu, from.ms(), to.ms()};
  return tell(to, FactKind::ledger_entry, entry);
}

Stream& Stream::presence(SimTime at, std::uint32_t place, std::int32_t delta_teu) {
  return tell(at, FactKind::presence, freight::Presence{place, delta_teu});
}

Stream& Stream::life(std::uint32_t ordinal, std::int32_t teu, SimTime ready, std::int64_t wait_h) {
  SimTime const left = hours_after(ready, wait_h);
  SimTime const came = hours_after(left, 10);
  SimTime const done = hours_after(came, 1);
  tell(ready, FactKind::generated, freight::Generated{lot(ordinal), teu, 0});
  presence(ready, 0, teu).presence(left, 0, -teu).presence(came, 1, teu).presence(done, 1, -teu);
  entry(ordinal, Component::waiting_departure, Where{scenarios::ServiceId{0}}, teu, ready, left);
  entry(ordinal, Component::moving, Where{scenarios::LinkId{0}}, teu, left, came);
  entry(ordinal, Component::handling, Where{scenarios::PlaceId{1}}, teu, came, done);
  tell(done, FactKind::costs, freight::Costs{lot(ordinal), teu * 100'00, teu * 20'00, 0, 5'00});
  return tell(done, FactKind::delivered, freight::LotEnd{lot(ordinal), teu, 0, 0, ready.ms(), teu * 3000, teu * 400'000});
}

Stream& Stream::open_life(std::uint32_t ordinal, std::int32_t teu, SimTime ready, SimTime end) {
  tell(ready, FactKind::generated, freight::Generated{lot(ordinal), teu, 0});
  presence(ready, 0, teu);
  entry(ordinal, Component::waiting_departure, Where{scenarios::ServiceId{0}}, teu, ready, end);
  tell(end, FactKind::costs, freight::Costs{lot(ordinal), 0, 0, 0, 0});
  return tell(end, FactKind::unfinished, freight::LotEnd{lot(ordinal), teu, 0, 0, ready.ms(), 0, 0});
}

void Stream::play(kernel::Sink& sink) const {
  std::vector<kernel::Observation> ordered = told_;
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](auto const& a, auto const& b) { return a.key.time < b.key.time; });
  for (kernel::Observation const& observation : ordered) sink.take(observation);
}

ScenarioResult result_of(scenarios::Scenario const& world, Stream const& stream, SimTime end, Fault fault) {
  Account account{world, fault};
  stream.play(account.sink());
  return account.result(end);
}

ReplicationRun drawn_replication(scenarios::Scenario const& world, ReplicationOptions const& how) {
  Stream stream;
  RandomStream waits{{how.seed, static_cast<std::uint32_t>(how.number)}, Purpose::guest, name_hash("waits")};
  for (std::uint32_t ordinal = 0; ordinal < 50; ++ordinal) {
    std::int64_t const extra = world.id == "slower" ? 3 : 0;
    std::int64_t const wait = 1 + waits.below(48);
    stream.life(ordinal, 2, hours_after(world.start, 6 * ordinal), wait + extra);
  }
  Account account{world, how.fault, how.keep_lots};
  stream.play(account.sink());
  ReplicationRun run;
  run.replication.number = how.number;
  run.replication.result = account.result(world.horizon());
  run.replication.result.events = 50;
  run.replication.result.run_digest = run.replication.result.ledger_digest;
  if (how.number == 0) run.replication.lives = account.lives();
  run.lots = account.take_lots();
  return run;
}

}  // namespace shudao::experiment

#include "sim/freight/terminal.h"

#include "sim/freight/arrival.h"
#include "sim/freight/terminal_parts.h"

namespace shudao::freight {

using kernel::Outbox;

scenarios::Service const& service_of(Terminal const& terminal, Vehicle const& vehicle) {
  return terminal.setting.scenario().services[vehicle.service];
}

namespace {

scenarios::Handling const* handling_of(Terminal const& terminal, Vehicle const& vehicle) {
  for (auto const& handling : terminal.setting.scenario().places[terminal.place].handling) {
    if (handling.mode == service_of(terminal, vehicle).mode) return &handling;
  }
  return nullptr;
}

Duration crane_time(Terminal const& terminal, Vehicle const& vehicle, scenarios::Handling const& handling,
                    CraneWork what, Teu teu) {
  auto const& place = terminal.setting.scenario().places[terminal.place];
  NameHash const draws = name_hash(vehicle.name, static_cast<std::uint64_t>(name_hash(place.id)));
  std::uint32_t const index = 2 * vehicle.stop + static_cast<std::uint32_t>(what) + 1;
  RandomStream stream{terminal.setting.seed, Purpose::step_duration, draws, index};
  return Duration::from_h(handling.min_per_teu.sample(stream) / 60.0 * static_cast<double>(teu.count()));
}

bool needs_track(Terminal const& terminal, Vehicle const& vehicle) {
  return service_of(terminal, vehicle).mode != scenarios::Mode::road;
}

}  // namespace

void order_crane(Terminal& terminal, std::uint32_t handle, CraneWork what, Teu teu, Outbox& out) {
  Vehicle const& vehicle = terminal.setting.vehicles[handle];
  scenarios::Handling const* handling = handling_of(terminal, vehicle);
  auto const party = PartyHandle::vehicle(handle);
  auto const detail = static_cast<std::uint32_t>(what);
  if (handling == nullptr || teu == Teu{}) {
    return out.schedule(Duration{}, message(Kind::work_done, WorkDone{party, detail, out.now(), out.now(), out.now()}));
  }
  Duration const work = crane_time(terminal, vehicle, *handling, what, teu);
  if (handling->resource.is_none()) {
    WorkDone const done{party, detail, out.now(), out.now(), out.now() + work};
    return out.schedule(work, message(Kind::work_done, done));
  }
  Seize const order{party, detail, out.self(), vehicle.priority, work};
  out.send_near(terminal.setting.addresses.resources[handling->resource], Duration{}, message(Kind::seize, order));
}

void charge_crane(Terminal& terminal, Vehicle& vehicle, WorkDone const& done, std::vector<std::uint32_t> const& lots) {
  scenarios::Handling const* handling = handling_of(terminal, vehicle);
  if (handling == nullptr || lots.empty()) return;
  World const& world = terminal.setting.world;
  WorkingHours const& hours =
      handling->resource.is_none() ? world.hours(scenarios::CalendarId::none()) : world.hours(handling->resource);
  vehicle.journal.charge_visit(hours, scenarios::Component::handling, Where{terminal.place}, vehicle.teu, done.began,
                               done.ended);
  for (std::uint32_t handle : lots) {
    Consignment& lot = terminal.setting.lots[handle];
    lot.handling += handling->cost_per_teu * lot.teu.count();
  }
}

void ask_yard(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Consignment const& lot = terminal.setting.lots[handle];
  AskRoom const ask{PartyHandle::lot(handle), 0, out.self(), lot.priority, lot.teu.count()};
  out.send_near(terminal.setting.addresses.places[terminal.place].yard, Duration{}, message(Kind::ask_room, ask));
}

void ask_track(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle const& vehicle = terminal.setting.vehicles[handle];
  AskRoom const ask{PartyHandle::vehicle(handle), 0, out.self(), vehicle.priority, 1};
  out.send_near(terminal.setting.addresses.places[terminal.place].tracks, Duration{}, message(Kind::ask_room, ask));
}

void leave_track(Terminal& terminal, Vehicle const& vehicle, Outbox& out) {
  if (!needs_track(terminal, vehicle)) return;
  out.send_near(terminal.setting.addresses.places[terminal.place].tracks, Duration{},
                message(Kind::leave_room, LeaveRoom{1}));
}

namespace {

/// A track is free: a new train is loaded on it, one that came in stands on it.
void vehicle_has_track(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle& vehicle = terminal.setting.vehicles[handle];
  Where const here{terminal.place};
  vehicle.journal.charge(scenarios::Component::blocked, here, here, vehicle.teu, out.now());
  if (vehicle.is_forming) return order_crane(terminal, handle, CraneWork::load, vehicle.teu, out);
  vehicle_stands(terminal, handle, out);
}

void room_given(Terminal& terminal, PartyHandle party, Outbox& out) {
  if (party.is_vehicle()) return vehicle_has_track(terminal, party.handle(), out);
  lot_has_room(terminal, party.handle(), out);
}

void crane_done(Terminal& terminal, WorkDone const& done, Outbox& out) {
  if (static_cast<CraneWork>(done.detail) == CraneWork::unload)
    return unloaded(terminal, done.party.handle(), done, out);
  loaded(terminal, done.party.handle(), done, out);
}

void vehicle_arrives(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  arrive(terminal.setting, terminal.setting.vehicles[handle], out);
  ask_track(terminal, handle, out);
}

}  // namespace

void handle(Terminal& terminal, kernel::Event const& event, Outbox& out) {
  kernel::Message const& m = event.message;
  switch (static_cast<Kind>(m.kind)) {
    case Kind::admit:
      return admit(terminal, m.as<OfLot>().lot, out);
    case Kind::vehicle_arrives:
      return vehicle_arrives(terminal, m.as<OfVehicle>().vehicle, out);
    case Kind::vehicle_enters:
      return vehicle_stands(terminal, m.as<OfVehicle>().vehicle, out);
    case Kind::room_given:
      return room_given(terminal, m.as<RoomGiven>().party, out);
    case Kind::cleared:
      return unload(terminal, m.as<OfVehicle>().vehicle, out);
    case Kind::work_done:
      return crane_done(terminal, m.as<WorkDone>(), out);
    case Kind::process_done:
      return processed(terminal, m.as<OfParty>().party.handle(), out);
    case Kind::form_run:
      return form_run(terminal, m.as<OfVehicle>().vehicle, out);
    case Kind::leave_now:
      return leave(terminal, m.as<OfVehicle>().vehicle, out);
    default:
      ensure(false, "a terminal got a message that it does not know");
  }
}

}  // namespace shudao::freight

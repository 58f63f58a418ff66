#include "sim/freight/terminal.h"

#include <algorithm>

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

/// Draws are keyed by the consignment, so that it is handled as fast on whatever vehicle it comes.
Duration crane_time(Terminal const& terminal, Consignment const& lot, scenarios::Handling const& handling,
                    CraneWork what) {
  auto const& place = terminal.setting.scenario().places[terminal.place];
  NameHash const draws = name_hash(lot.name, static_cast<std::uint64_t>(name_hash(place.id)));
  RandomStream stream{terminal.setting.seed, Purpose::step_duration, draws,
                      2 * lot.leg + static_cast<std::uint32_t>(what)};
  return Duration::from_h(handling.min_per_teu.sample(stream) / 60.0 * static_cast<double>(lot.teu.count()));
}

bool needs_track(Terminal const& terminal, Vehicle const& vehicle) {
  return service_of(terminal, vehicle).mode != scenarios::Mode::road;
}

}  // namespace

namespace {

void cranes_done(Terminal& terminal, std::uint32_t vehicle, CraneWork what, Outbox& out) {
  what == CraneWork::unload ? unloaded(terminal, vehicle, out) : loaded(terminal, vehicle, out);
}

}  // namespace

void order_crane(Terminal& terminal, std::uint32_t handle, CraneWork what, std::vector<std::uint32_t> const& lots,
                 Outbox& out) {
  Vehicle& vehicle = terminal.setting.vehicles[handle];
  vehicle.waits(scenarios::Component::handling, Where{terminal.place});
  scenarios::Handling const* handling = handling_of(terminal, vehicle);
  if (handling == nullptr || lots.empty()) return cranes_done(terminal, handle, what, out);
  vehicle.crane_jobs = static_cast<std::uint32_t>(lots.size());
  vehicle.crane_began = SimTime::max();
  auto const party = PartyHandle::vehicle(handle);
  auto const detail = static_cast<std::uint64_t>(what);
  for (std::uint32_t lot : lots) {
    Duration const work = crane_time(terminal, terminal.setting.lots[lot], *handling, what);
    if (handling->resource.is_none()) {
      out.schedule(work, message(Kind::work_done, WorkDone{party, detail, out.now(), out.now() + work}));
    } else {
      Seize const order{party, out.self(), vehicle.priority, detail, work};
      out.send_near(terminal.setting.addresses.resources[handling->resource], Duration{}, message(Kind::seize, order));
    }
  }
}

void charge_cranes(Terminal& terminal, Vehicle& vehicle, std::vector<std::uint32_t> const& lots, SimTime now) {
  scenarios::Handling const* handling = handling_of(terminal, vehicle);
  if (handling == nullptr || lots.empty()) return;
  World const& world = terminal.setting.world;
  WorkingHours const& hours =
      handling->resource.is_none() ? world.hours(scenarios::CalendarId::none()) : world.hours(handling->resource);
  vehicle.journal.charge_visit(hours, scenarios::Component::handling, Where{terminal.place}, vehicle.teu,
                               vehicle.crane_began, now);
  for (std::uint32_t handle : lots) {
    Consignment& lot = terminal.setting.lots[handle];
    lot.handling += handling->cost_per_teu * lot.teu.count();
  }
}

void ask_yard(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Consignment& lot = terminal.setting.lots[handle];
  lot.waits(scenarios::Component::blocked, Where{terminal.place});
  AskRoom const ask{PartyHandle::lot(handle), out.self(), lot.priority, lot.teu.count()};
  out.send_near(terminal.setting.addresses.places[terminal.place].yard, Duration{}, message(Kind::ask_room, ask));
}

void ask_track(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle& vehicle = terminal.setting.vehicles[handle];
  vehicle.waits(scenarios::Component::blocked, Where{terminal.place});
  AskRoom const ask{PartyHandle::vehicle(handle), out.self(), vehicle.priority, 1};
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
  if (vehicle.is_forming) return order_crane(terminal, handle, CraneWork::load, vehicle.load, out);
  vehicle_stands(terminal, handle, out);
}

void room_given(Terminal& terminal, PartyHandle party, Outbox& out) {
  if (party.is_vehicle()) return vehicle_has_track(terminal, party.handle(), out);
  lot_has_room(terminal, party.handle(), out);
}

void crane_done(Terminal& terminal, WorkDone const& done, Outbox& out) {
  std::uint32_t const handle = done.party.handle();
  Vehicle& vehicle = terminal.setting.vehicles[handle];
  vehicle.crane_began = std::min(vehicle.crane_began, done.began);
  if (--vehicle.crane_jobs == 0) cranes_done(terminal, handle, static_cast<CraneWork>(done.detail), out);
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
    case Kind::boxes_given:
      return got_boxes(terminal, m.as<OfLot>().lot, out);
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
    case Kind::waited_enough:
      return waited_enough(terminal, m.as<OfFilling>().service, m.as<OfFilling>().stop, out);
    case Kind::leave_now:
      return leave(terminal, m.as<OfVehicle>().vehicle, out);
    default:
      ensure(false, "a terminal got a message that it does not know");
  }
}

}  // namespace shudao::freight

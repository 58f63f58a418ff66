#include <algorithm>

#include "sim/freight/arrival.h"
#include "sim/freight/connections.h"
#include "sim/freight/parts.h"
#include "sim/freight/telling.h"
#include "sim/freight/terminal_parts.h"

namespace shudao::freight {

using kernel::Outbox;
using scenarios::Component;
using scenarios::Service;

namespace {

scenarios::RouteLeg const& leg_of(Terminal const& terminal, Consignment const& lot) {
  return terminal.setting.legs(lot)[lot.leg];
}

/// What this leg costs and emits.
void pay_carriage(Terminal const& terminal, Consignment& lot, Service const& service) {
  auto const& leg = leg_of(terminal, lot);
  Distance const distance = terminal.setting.world.distance(service, leg.board, leg.leave);
  auto const teu = static_cast<double>(lot.teu.count());
  lot.tariff += service.tariff_per_teu * lot.teu.count();
  lot.subsidy += service.subsidy_per_teu * lot.teu.count();
  lot.tariff += money_from_cny(service.tariff_cny_per_teu_km * to_km(distance) * teu);
  double const tonnes = terminal.setting.scenario().flows[lot.flow].tonnes_per_teu * teu;
  lot.emission += emission_from_g(service.co2e_g_per_tkm * tonnes * to_km(distance));
  lot.teu_m += distance.count() * lot.teu.count();
}

void board(Terminal& terminal, std::uint32_t lot_handle, std::uint32_t vehicle_handle, Outbox& out) {
  Consignment& lot = terminal.setting.lots[lot_handle];
  Vehicle& vehicle = terminal.setting.vehicles[vehicle_handle];
  Where const here{terminal.place};
  lot.journal.charge(Component::waiting_departure, Where{vehicle.service}, here, lot.teu, out.now());
  lot.vehicle = vehicle_handle;
  pay_carriage(terminal, lot, service_of(terminal, vehicle));
  vehicle.load.push_back(lot_handle);
  vehicle.teu += lot.teu;
}

Teu waiting_for(Terminal& terminal, scenarios::ServiceId service, std::uint32_t stop) {
  Teu sum;
  for (std::uint32_t handle : terminal.waiting[service]) {
    Consignment const& lot = terminal.setting.lots[handle];
    if (leg_of(terminal, lot).board == stop) sum += lot.teu;
  }
  return sum;
}

/// First come, first served: whole consignments while they fit, then a part of the next one if it may be split.
void board_waiting(Terminal& terminal, std::uint32_t vehicle_handle, Outbox& out) {
  Vehicle& vehicle = terminal.setting.vehicles[vehicle_handle];
  Service const& service = service_of(terminal, vehicle);
  auto& queue = terminal.waiting[vehicle.service];
  for (auto next = queue.begin(); next != queue.end() && vehicle.teu < service.capacity;) {
    Consignment& lot = terminal.setting.lots[*next];
    if (leg_of(terminal, lot).board != vehicle.stop) {
      ++next;
      continue;
    }
    Teu const room = service.capacity - vehicle.teu;
    if (lot.teu <= room) {
      board(terminal, *next, vehicle_handle, out);
      next = queue.erase(next);
      continue;
    }
    if (!terminal.setting.scenario().flows[lot.flow].may_split) break;
    lot.journal.charge(Component::waiting_departure, Where{vehicle.service}, Where{terminal.place}, lot.teu, out.now());
    board(terminal, cut_part(terminal.setting, *next, room, out.now()), vehicle_handle, out);
  }
  if (vehicle.teu < service.capacity) note_boarding(terminal, vehicle, out.now());
  vehicle.left_behind_teu = static_cast<std::int32_t>(waiting_for(terminal, vehicle.service, vehicle.stop).count());
}

/// An empty vehicle to be loaded here and now.
Vehicle new_vehicle(Terminal const& terminal, scenarios::ServiceId service, std::uint32_t stop, SimTime now) {
  Vehicle vehicle;
  vehicle.service = service;
  vehicle.priority = terminal.setting.scenario().services[service].priority;
  vehicle.scheduled = now;
  vehicle.first_stop = vehicle.stop = stop;
  vehicle.at = Where{terminal.place};
  vehicle.journal.restart(now);
  vehicle.is_forming = true;
  return vehicle;
}

NameHash called_by(Terminal const& terminal, scenarios::ServiceId service, Consignment const& first) {
  return name_hash(terminal.setting.world.name_of(service), static_cast<std::uint64_t>(first.name));
}

/// Brings it to a track, or straight to the cranes.
void stand_for_loading(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle const& vehicle = terminal.setting.vehicles[handle];
  if (service_of(terminal, vehicle).mode != scenarios::Mode::road) return ask_track(terminal, handle, out);
  order_crane(terminal, handle, CraneWork::load, vehicle.load, out);
}

/// A vehicle of an on-demand service for one part of a consignment, at once.
void call_vehicle(Terminal& terminal, std::uint32_t lot_handle, Outbox& out) {
  Consignment const& lot = terminal.setting.lots[lot_handle];
  scenarios::RouteLeg const leg = leg_of(terminal, lot);
  Vehicle vehicle = new_vehicle(terminal, leg.service, leg.board, out.now());
  vehicle.name = called_by(terminal, leg.service, lot);
  std::uint32_t const handle = terminal.setting.vehicles.put(std::move(vehicle));
  board(terminal, lot_handle, handle, out);
  stand_for_loading(terminal, handle, out);
}

/// Takes what waits as far as it fits, and is called after the first aboard.
void send_filled(Terminal& terminal, scenarios::ServiceId service, std::uint32_t stop, Outbox& out) {
  std::uint32_t const handle = terminal.setting.vehicles.put(new_vehicle(terminal, service, stop, out.now()));
  board_waiting(terminal, handle, out);
  Vehicle& vehicle = terminal.setting.vehicles[handle];
  vehicle.name = called_by(terminal, service, terminal.setting.lots[vehicle.load.front()]);
  vehicle.left_behind_teu = 0;  // what goes on waiting to fill the next one has missed nothing
  stand_for_loading(terminal, handle, out);
}

/// When what came first will have waited as long as it does; nothing if nothing waits.
std::optional<SimTime> waits_until(Terminal& terminal, scenarios::ServiceId service, std::uint32_t stop) {
  for (std::uint32_t handle : terminal.waiting[service]) {
    Consignment const& lot = terminal.setting.lots[handle];
    if (leg_of(terminal, lot).board != stop) continue;
    return lot.awaits_since + terminal.setting.scenario().services[service].max_wait;
  }
  return std::nullopt;
}

/// Sees to it that someone looks when the first cargo has waited enough.
void time_filling(Terminal& terminal, scenarios::ServiceId service, std::uint32_t stop, Outbox& out) {
  auto const until = waits_until(terminal, service, stop);
  if (!until || !terminal.timed.insert({service, stop}).second) return;
  out.schedule(*until - out.now(), message(Kind::waited_enough, OfFilling{service, stop}));
}

void fill(Terminal& terminal, scenarios::ServiceId service, std::uint32_t stop, Outbox& out) {
  Teu const capacity = terminal.setting.scenario().services[service].capacity;
  while (waiting_for(terminal, service, stop) >= capacity) send_filled(terminal, service, stop, out);
  time_filling(terminal, service, stop, out);
}

}  // namespace

void want_departure(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  scenarios::RouteLeg const leg = leg_of(terminal, terminal.setting.lots[handle]);
  Service const& service = terminal.setting.scenario().services[leg.service];
  if (service.kind != scenarios::ServiceKind::on_demand) {
    terminal.setting.lots[handle].waits(Component::waiting_departure, Where{leg.service});
    terminal.setting.lots[handle].awaits_since = out.now();
    terminal.waiting[leg.service].push_back(handle);
    if (service.kind == scenarios::ServiceKind::fill) fill(terminal, leg.service, leg.board, out);
    return;
  }
  while (terminal.setting.lots[handle].teu > service.capacity) {
    call_vehicle(terminal, cut_part(terminal.setting, handle, service.capacity, out.now()), out);
  }
  call_vehicle(terminal, handle, out);
}

void form_run(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle& vehicle = terminal.setting.vehicles[handle];
  Service const& service = service_of(terminal, vehicle);
  Teu const waiting = waiting_for(terminal, vehicle.service, vehicle.stop);
  if (waiting < service.minimum && service.below_minimum == scenarios::BelowMinimum::cancel) {
    Cancelled const fact{vehicle.service.index(), static_cast<std::int32_t>(waiting.count()), vehicle.scheduled.ms()};
    out.observe(message_of(FactKind::cancelled, fact));
    terminal.setting.vehicles.drop(handle);
    return;
  }
  vehicle.is_forming = true;
  board_waiting(terminal, handle, out);
  stand_for_loading(terminal, handle, out);
}

void waited_enough(Terminal& terminal, scenarios::ServiceId service, std::uint32_t stop, Outbox& out) {
  terminal.timed.erase({service, stop});
  auto const until = waits_until(terminal, service, stop);
  if (until && *until <= out.now()) send_filled(terminal, service, stop, out);
  time_filling(terminal, service, stop, out);
}

namespace {

/// What boarded at this stop, as against what was aboard before.
std::vector<std::uint32_t> boarded_here(Terminal& terminal, Vehicle const& vehicle) {
  std::vector<std::uint32_t> lots;
  for (std::uint32_t handle : vehicle.load) {
    if (leg_of(terminal, terminal.setting.lots[handle]).board == vehicle.stop) lots.push_back(handle);
  }
  return lots;
}

Teu aboard(Terminal& terminal, Vehicle const& vehicle) {
  Teu sum;
  for (std::uint32_t handle : vehicle.load) sum += terminal.setting.lots[handle].teu;
  return sum;
}

}  // namespace

void load(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  board_waiting(terminal, handle, out);
  order_crane(terminal, handle, CraneWork::load, boarded_here(terminal, terminal.setting.vehicles[handle]), out);
}

void leave_yard(Terminal& terminal, Consignment& lot, Outbox& out) {
  auto const& yard = terminal.setting.scenario().places[terminal.place].yard;
  for (Stored const& stored : lot.stored) {
    Duration const charged = out.now() - stored.since - yard.free_time;
    if (charged <= Duration{}) continue;
    double const teu_days = static_cast<double>(stored.teu.count()) * charged.h() / 24.0;
    Money const cost = Money::of(to_nearest(static_cast<double>(yard.storage_per_teu_day.count()) * teu_days));
    lot.storage += cost;
    tell_paid(lot, terminal.place, cost, out);
  }
  lot.stored.clear();
  auto const room = terminal.setting.addresses.places[terminal.place].yard;
  out.send_near(room, Duration{}, message(Kind::leave_room, LeaveRoom{lot.teu.count()}));
}

void loaded(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle& vehicle = terminal.setting.vehicles[handle];
  std::vector<std::uint32_t> const lots = boarded_here(terminal, vehicle);
  charge_cranes(terminal, vehicle, lots, out.now());
  for (std::uint32_t lot : lots) leave_yard(terminal, terminal.setting.lots[lot], out);
  Duration const early = vehicle.is_forming ? vehicle.scheduled - out.now() : Duration{};
  vehicle.waits(Component::waiting_departure, Where{vehicle.service});
  if (early > Duration{}) return out.schedule(early, message(Kind::leave_now, OfVehicle{handle}));
  leave(terminal, handle, out);
}

void leave(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle& vehicle = terminal.setting.vehicles[handle];
  Service const& service = service_of(terminal, vehicle);
  vehicle.is_forming = false;
  vehicle.journal.charge(Component::waiting_departure, Where{vehicle.service}, Where{terminal.place}, vehicle.teu,
                         out.now());
  count_presence(terminal.place, -vehicle.teu.count(), out);
  leave_track(terminal, vehicle, out);
  auto const teu = static_cast<std::int32_t>(aboard(terminal, vehicle).count());
  Departed const fact{vehicle.service.index(),
                      terminal.place.index(),
                      teu,
                      static_cast<std::int32_t>(service.capacity.count()),
                      vehicle.left_behind_teu,
                      vehicle.stop,
                      vehicle.scheduled.ms()};
  out.observe(message_of(FactKind::departed, fact));
  tell_empties(terminal, vehicle, out);
  scenarios::LinkId const link = service.stops[vehicle.stop].onward;
  vehicle.at = Where{link};
  out.send_near(terminal.setting.addresses.dispatchers[link], Duration{}, message(Kind::want_slot, OfVehicle{handle}));
}

}  // namespace shudao::freight

#include <algorithm>

#include "sim/freight/connections.h"
#include "sim/freight/terminal_parts.h"

namespace shudao::freight {

using kernel::Outbox;
using scenarios::Component;

void vehicle_stands(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle const& vehicle = terminal.setting.vehicles[handle];
  auto const& stops = service_of(terminal, vehicle).stops;
  bool const is_end = vehicle.stop + 1 == stops.size();
  if (is_end && stops[vehicle.stop].process.is_none()) return unload(terminal, handle, out);
  auto const border = terminal.setting.addresses.places[terminal.place].border;
  out.send_near(border, Duration{}, message(Kind::clear, OfVehicle{handle}));
}

namespace {

std::vector<std::uint32_t> leaving_here(Terminal& terminal, Vehicle const& vehicle) {
  std::vector<std::uint32_t> lots;
  for (std::uint32_t handle : vehicle.load) {
    Consignment const& lot = terminal.setting.lots[handle];
    if (terminal.setting.legs(lot)[lot.leg].leave == vehicle.stop) lots.push_back(handle);
  }
  return lots;
}

void end_run(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  leave_track(terminal, terminal.setting.vehicles[handle], out);
  terminal.setting.vehicles.drop(handle);
}

void go_on(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle const& vehicle = terminal.setting.vehicles[handle];
  bool const is_end = vehicle.stop + 1 == service_of(terminal, vehicle).stops.size();
  if (is_end) return end_run(terminal, handle, out);
  load(terminal, handle, out);
}

}  // namespace

void unload(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle const& vehicle = terminal.setting.vehicles[handle];
  order_crane(terminal, handle, CraneWork::unload, leaving_here(terminal, vehicle), out);
}

void unloaded(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Vehicle& vehicle = terminal.setting.vehicles[handle];
  std::vector<std::uint32_t> const lots = leaving_here(terminal, vehicle);
  charge_cranes(terminal, vehicle, lots, out.now());
  if (lots.empty()) return go_on(terminal, handle, out);
  vehicle.unplaced = static_cast<std::uint32_t>(lots.size());
  Duration const late = lateness(terminal.setting, vehicle);
  for (std::uint32_t lot : lots) {
    Consignment& consignment = terminal.setting.lots[lot];
    consignment.journal.inherit(vehicle.journal, consignment.teu);
    consignment.at = Where{terminal.place};
    consignment.is_unloaded = true;
    consignment.late = late;
    vehicle.teu -= consignment.teu;
    std::erase(vehicle.load, lot);
    ask_yard(terminal, lot, out);
  }
}

void lot_has_room(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Consignment& lot = terminal.setting.lots[handle];
  Where const here{terminal.place};
  lot.journal.charge(Component::blocked, here, here, lot.teu, out.now());
  lot.stored = {{lot.teu, out.now()}};
  std::uint32_t const carrier = lot.vehicle;
  if (carrier == Consignment::kNoVehicle) return come_in(terminal, handle, out);
  lot.vehicle = Consignment::kNoVehicle;
  lot.is_unloaded = false;
  ++lot.leg;
  come_in(terminal, handle, out);
  Vehicle& vehicle = terminal.setting.vehicles[carrier];
  if (--vehicle.unplaced > 0) return;
  vehicle.journal.charge(Component::blocked, here, here, vehicle.teu, out.now());
  go_on(terminal, carrier, out);
}

}  // namespace shudao::freight

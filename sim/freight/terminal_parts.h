#pragma once
/// The halves of a terminal, private to it: arriving vehicles, leaving vehicles, and consignments in between.
#include "sim/freight/terminal.h"

namespace shudao::freight {

/// What cranes work at: the detail of their orders.
enum class CraneWork : std::uint32_t { unload, load };

scenarios::Service const& service_of(Terminal const&, Vehicle const&);
/// Orders crane work for each of the consignments, which as many cranes share as there are; when all is done,
/// `unloaded` or `loaded` follows, at once if nothing is needed.
void order_crane(Terminal&, std::uint32_t vehicle, CraneWork, std::vector<std::uint32_t> const& lots, kernel::Outbox&);
/// Charges the time since the last charge to the vehicle, waiting until the first crane came and handling from then on,
/// and the cost to the consignments.
void charge_cranes(Terminal&, Vehicle&, std::vector<std::uint32_t> const& lots, SimTime now);
void ask_yard(Terminal&, std::uint32_t lot, kernel::Outbox&);
void ask_track(Terminal&, std::uint32_t vehicle, kernel::Outbox&);
void leave_track(Terminal&, Vehicle const&, kernel::Outbox&);

// Arrivals: a vehicle stands, is cleared, unloaded, and goes on or ends.
void vehicle_stands(Terminal&, std::uint32_t vehicle, kernel::Outbox&);
void unload(Terminal&, std::uint32_t vehicle, kernel::Outbox&);
void unloaded(Terminal&, std::uint32_t vehicle, kernel::Outbox&);
void lot_has_room(Terminal&, std::uint32_t lot, kernel::Outbox&);

// Consignments: processed, then on to the next departure or delivered.
void admit(Terminal&, std::uint32_t lot, kernel::Outbox&);
void got_boxes(Terminal&, std::uint32_t lot, kernel::Outbox&);
void come_in(Terminal&, std::uint32_t lot, kernel::Outbox&);
void processed(Terminal&, std::uint32_t lot, kernel::Outbox&);

// Departures: a vehicle is loaded and leaves.
void want_departure(Terminal&, std::uint32_t lot, kernel::Outbox&);
void form_run(Terminal&, std::uint32_t vehicle, kernel::Outbox&);
void waited_enough(Terminal&, scenarios::ServiceId, std::uint32_t stop, kernel::Outbox&);
void load(Terminal&, std::uint32_t vehicle, kernel::Outbox&);
void loaded(Terminal&, std::uint32_t vehicle, kernel::Outbox&);
void leave(Terminal&, std::uint32_t vehicle, kernel::Outbox&);
/// The consignment leaves the yard: its storage is due and its room is free.
void leave_yard(Terminal&, Consignment&, kernel::Outbox&);

}  // namespace shudao::freight

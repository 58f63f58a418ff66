#pragma once
#include "sim/freight/terminal.h"

namespace shudao::freight {

/// How much later than promised a vehicle was unloaded, never less than 0. Promised is its departure by timetable (on
/// demand: when it was called), then the mean running time of every link, the work that was done on it or at the stops
/// (handling, documents, inspection, border) and the rests of its driver, without any wait. Its ledger must reach up to
/// now.
Duration lateness(Setting const&, Vehicle const&);

/// A run is boarded and has room left: who comes after it has missed it.
void note_boarding(Terminal&, Vehicle const&, SimTime now);

/// Tells, of a consignment that is ready for the next timetable on its way, whether a run with room left without it
/// that it would have caught had it come as promised. Nothing of empties, of first legs and of services on demand.
void tell_connection(Terminal&, Consignment const&, kernel::Outbox&);

/// Tells how many empty boxes a vehicle leaves with, if any.
void tell_empties(Terminal const&, Vehicle const&, kernel::Outbox&);

}  // namespace shudao::freight

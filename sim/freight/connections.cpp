#include "sim/freight/connections.h"

#include <algorithm>

namespace shudao::freight {

using kernel::Outbox;
using scenarios::Component;

namespace {

bool is_promised(Charge const& charge) {
  switch (charge.component) {
    case Component::handling:
    case Component::documents:
    case Component::inspection:
    case Component::border:
    case Component::storage:
      return true;
    case Component::closed:
      return charge.charged_to.kind() == Where::Kind::link;
    default:
      return false;
  }
}

}  // namespace

Duration lateness(Setting const& setting, Vehicle const& vehicle) {
  SimTime promised = vehicle.scheduled + setting.world.running_time(vehicle.service, vehicle.first_stop, vehicle.stop);
  for (Charge const& charge : vehicle.journal.charges()) {
    SimTime const from = std::max(charge.from, vehicle.scheduled);
    if (charge.to > from && is_promised(charge)) promised = promised + (charge.to - from);
  }
  return std::max(Duration{}, vehicle.journal.until() - promised);
}

void note_boarding(Terminal& terminal, Vehicle const& vehicle, SimTime now) {
  terminal.last_boarding[{vehicle.service, vehicle.stop}] = now;
}

void tell_connection(Terminal& terminal, Consignment const& lot, Outbox& out) {
  scenarios::Flow const& flow = terminal.setting.scenario().flows[lot.flow];
  if (lot.leg == 0 || flow.is_empties) return;
  scenarios::RouteLeg const& leg = terminal.setting.legs(lot)[lot.leg];
  if (!terminal.setting.scenario().services[leg.service].is_scheduled()) return;
  auto const last = terminal.last_boarding.find({leg.service, leg.board});
  bool const is_missed =
      lot.late > Duration{} && last != terminal.last_boarding.end() && last->second >= out.now() - lot.late;
  Connection const fact{lot.lot, leg.service.index(), terminal.place.index(), is_missed, lot.late.ms()};
  out.observe(message_of(FactKind::connection, fact));
}

void tell_empties(Terminal const& terminal, Vehicle const& vehicle, Outbox& out) {
  scenarios::Scenario const& scenario = terminal.setting.scenario();
  if (scenario.repositioning.empty()) return;
  Teu empties;
  for (std::uint32_t handle : vehicle.load) {
    Consignment const& lot = terminal.setting.lots[handle];
    if (scenario.flows[lot.flow].is_empties) empties += lot.teu;
  }
  if (empties == Teu{}) return;
  EmptiesLeft const fact{vehicle.service.index(), terminal.place.index(), vehicle.stop,
                         static_cast<std::int32_t>(empties.count())};
  out.observe(message_of(FactKind::empties_left, fact));
}

}  // namespace shudao::freight

#include "sim/freight/border.h"

#include <utility>

#include "sim/freight/telling.h"

namespace shudao::freight {

using kernel::Outbox;

namespace {

bool stays_aboard(Border const& border, Consignment const& lot, Vehicle const& vehicle) {
  return border.setting.legs(lot)[lot.leg].leave != vehicle.stop;
}

void enter(Border& border, PartyHandle party, scenarios::Stage stage, Outbox& out) {
  auto const desk = border.setting.addresses.places[border.place].desk;
  out.send_near(desk, Duration{}, message(Kind::enter_process, EnterProcess{party, out.self(), stage}));
}

void begin(Border& border, std::uint32_t handle, Outbox& out) {
  Vehicle& vehicle = border.setting.vehicles[handle];
  vehicle.waits(scenarios::Component::border, Where{border.place});
  Border::Stay& stay = border.stays[handle];
  stay = {out.now(), 1, Journal{out.now()}, PartyHandle::vehicle(handle)};
  enter(border, PartyHandle::vehicle(handle), scenarios::Stage::vehicle, out);
  for (std::uint32_t lot : vehicle.load) {
    if (!stays_aboard(border, border.setting.lots[lot], vehicle)) continue;
    ++stay.open;
    border.carrier[lot] = handle;
    enter(border, PartyHandle::lot(lot), scenarios::Stage::aboard, out);
  }
}

/// What the vehicle's own formalities cost is borne by its load, by TEU; what does not divide falls to the first. Those
/// of an empty vehicle are the carrier's and no consignment's.
void share_formalities(Setting& setting, Vehicle& vehicle, scenarios::PlaceId place, Outbox& out) {
  Money const cost = std::exchange(vehicle.formalities, Money{});
  if (vehicle.teu.count() == 0) return;
  Money const each = Money::of(cost.count() / vehicle.teu.count());
  Money rest = cost;
  for (std::uint32_t lot : vehicle.load) {
    Money const share = each * setting.lots[lot].teu.count();
    setting.lots[lot].formalities += share;
    tell_paid(setting.lots[lot], place, share, out);
    rest -= share;
  }
  setting.lots[vehicle.load.front()].formalities += rest;
  tell_paid(setting.lots[vehicle.load.front()], place, rest, out);
}

/// Ties: the vehicle's own branch before consignments, these by name and part.
bool goes_before(Setting& setting, PartyHandle a, PartyHandle b) {
  if (a.is_vehicle() || b.is_vehicle()) return a.is_vehicle() && !b.is_vehicle();
  Consignment const& x = setting.lots[a.handle()];
  Consignment const& y = setting.lots[b.handle()];
  return std::pair{x.lot, x.part} < std::pair{y.lot, y.part};
}

void end_branch(Border& border, PartyHandle party, Outbox& out) {
  std::uint32_t const handle = party.is_vehicle() ? party.handle() : border.carrier.at(party.handle());
  if (!party.is_vehicle()) border.carrier.erase(party.handle());
  Border::Stay& stay = border.stays.at(handle);
  Journal const& branch = border.setting.party(party).branch;
  bool const is_later = branch.until() > stay.deciding.until();
  bool const ties = branch.until() == stay.deciding.until() && goes_before(border.setting, party, stay.decided_by);
  if (is_later || ties) {
    stay.deciding = branch;
    stay.decided_by = party;
  }
  if (--stay.open > 0) return;
  Vehicle& vehicle = border.setting.vehicles[handle];
  vehicle.journal.inherit(stay.deciding, vehicle.teu);
  share_formalities(border.setting, vehicle, border.place, out);
  border.stays.erase(handle);
  auto const terminal = border.setting.addresses.places[border.place].terminal;
  out.send_near(terminal, Duration{}, message(Kind::cleared, OfVehicle{handle}));
}

}  // namespace

void handle(Border& border, kernel::Event const& event, Outbox& out) {
  switch (static_cast<Kind>(event.message.kind)) {
    case Kind::clear:
      return begin(border, event.message.as<OfVehicle>().vehicle, out);
    case Kind::process_done:
      return end_branch(border, event.message.as<OfParty>().party, out);
    default:
      ensure(false, "a border got a message that it does not know");
  }
}

}  // namespace shudao::freight

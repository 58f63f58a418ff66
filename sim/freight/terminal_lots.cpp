#include <algorithm>

#include "sim/freight/arrival.h"
#include "sim/freight/box_depot.h"
#include "sim/freight/connections.h"
#include "sim/freight/parts.h"
#include "sim/freight/telling.h"
#include "sim/freight/terminal_parts.h"

namespace shudao::freight {

using kernel::Outbox;
using scenarios::Stage;

namespace {

scenarios::Flow const& flow_of(Terminal const& terminal, Consignment const& lot) {
  return terminal.setting.scenario().flows[lot.flow];
}

Stage stage_of(Terminal const& terminal, Consignment const& lot) {
  if (lot.leg == 0) return Stage::origin;
  return lot.leg == terminal.setting.legs(lot).size() ? Stage::destination : Stage::transfer;
}

/// The whole consignment once its last part is here; nothing before.
std::optional<std::uint32_t> completed(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Consignment const& lot = terminal.setting.lots[handle];
  if (lot.teu == lot.total) return handle;
  LotName const name = lot.lot;
  std::vector<std::uint32_t>& parts = terminal.incomplete[name];
  parts.push_back(handle);
  terminal.setting.lots[handle].waits(scenarios::Component::waiting_departure, Where{terminal.place});
  Teu here;
  for (std::uint32_t part : parts) here += terminal.setting.lots[part].teu;
  if (here < lot.total) return std::nullopt;
  std::uint32_t const whole = merge_parts(terminal.setting, parts, out);
  terminal.incomplete.erase(name);
  return whole;
}

/// The origin hears after a while how long it took.
void send_news(Terminal const& terminal, Consignment const& lot, Outbox& out) {
  kernel::ChannelId const channel = terminal.setting.addresses.news[lot.flow];
  if (channel.is_none()) return;
  Duration const delay = terminal.setting.scenario().flows[lot.flow].choice->knowledge_delay;
  out.send(channel, delay, message(Kind::hear_of, HearOf{lot.lot.ordinal, lot.route, out.now() - lot.ready}));
}

void deliver(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Consignment& lot = terminal.setting.lots[handle];
  leave_yard(terminal, lot, out);
  if (auto const& boxes = flow_of(terminal, lot).boxes) give_back_boxes(terminal.setting, *boxes, lot.teu, out);
  count_presence(terminal.place, -lot.teu.count(), out);
  tell_entries(lot, lot.ready, true, out);
  tell_financed(terminal.setting.scenario(), lot, out.now(), true, out);
  tell_end(lot, FactKind::delivered, out);
  send_news(terminal, lot, out);
  terminal.setting.lots.drop(handle);
}

}  // namespace

void admit(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Consignment const& lot = terminal.setting.lots[handle];
  count_presence(terminal.place, lot.teu.count(), out);
  scenarios::Flow const& flow = flow_of(terminal, lot);
  if (flow.boxes && !flow.is_empties) return ask_boxes(terminal.setting, *flow.boxes, handle, out);
  ask_yard(terminal, handle, out);
}

void got_boxes(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  take_boxes(terminal.setting, *flow_of(terminal, terminal.setting.lots[handle]).boxes, handle, out);
  ask_yard(terminal, handle, out);
}

void come_in(Terminal& terminal, std::uint32_t part, Outbox& out) {
  std::optional<std::uint32_t> const handle = completed(terminal, part, out);
  if (!handle) return;
  Consignment& lot = terminal.setting.lots[*handle];
  auto const& legs = terminal.setting.legs(lot);
  std::size_t const leg = std::min<std::size_t>(lot.leg, legs.size() - 1);
  lot.priority = terminal.setting.scenario().services[legs[leg].service].priority;
  auto const desk = terminal.setting.addresses.places[terminal.place].desk;
  EnterProcess const entry{PartyHandle::lot(*handle), out.self(), stage_of(terminal, lot)};
  out.send_near(desk, Duration{}, message(Kind::enter_process, entry));
}

void processed(Terminal& terminal, std::uint32_t handle, Outbox& out) {
  Consignment& lot = terminal.setting.lots[handle];
  lot.journal.inherit(lot.branch, lot.teu);
  if (stage_of(terminal, lot) == Stage::destination) return deliver(terminal, handle, out);
  tell_connection(terminal, lot, out);
  want_departure(terminal, handle, out);
}

}  // namespace shudao::freight

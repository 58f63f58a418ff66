#include "sim/freight/box_depot.h"

#include <algorithm>

namespace shudao::freight {

using kernel::Outbox;
using scenarios::BoxId;
using scenarios::BoxUse;
using scenarios::PlaceId;

BoxDepot make_box_depot(Setting& setting, PlaceId id) {
  BoxDepot depot{setting, id};
  for (auto const& stock : setting.scenario().places[id].depot) {
    depot.stocks.push_back({stock.kind, stock.initial.count(), {}});
  }
  return depot;
}

namespace {

BoxDepot::Stock& stock_of(BoxDepot& depot, BoxId kind) {
  auto const found =
      std::find_if(depot.stocks.begin(), depot.stocks.end(), [&](auto const& s) { return s.kind == kind; });
  ensure(found != depot.stocks.end(), "a depot is asked for boxes of a kind that it does not keep");
  return *found;
}

void tell_stock(BoxDepot const& depot, BoxDepot::Stock const& stock, Outbox& out) {
  BoxStock const fact{depot.place.index(), stock.kind.index(), static_cast<std::int32_t>(stock.teu)};
  out.observe(message_of(FactKind::box_stock, fact));
}

void serve(BoxDepot& depot, BoxDepot::Stock& stock, Outbox& out) {
  while (!stock.waiting.empty() && stock.waiting.front().teu <= stock.teu) {
    WantBoxes const first = stock.waiting.front();
    stock.waiting.pop_front();
    stock.teu -= first.teu;
    tell_stock(depot, stock, out);
    out.send_near(first.requester, Duration{}, message(Kind::boxes_given, OfLot{first.lot}));
  }
}

void come_back(BoxDepot& depot, BoxesBack const& boxes, Outbox& out) {
  BoxDepot::Stock& stock = stock_of(depot, boxes.kind);
  stock.teu += boxes.teu;
  tell_stock(depot, stock, out);
  serve(depot, stock, out);
}

/// Named by the number of the occasion, so that one that is let pass renames no other.
Consignment empties(BoxDepot const& depot, scenarios::Repositioning const& plan, SimTime now) {
  Consignment lot;
  auto const occasion = static_cast<std::uint32_t>((now - depot.setting.scenario().start).ms() / plan.every.ms());
  lot.lot = {plan.flow.index(), occasion};
  lot.flow = plan.flow;
  lot.name = name_hash(depot.setting.world.name_of(plan.flow), occasion);
  lot.teu = lot.total = plan.send;
  lot.ready = lot.born = now;
  lot.journal.restart(now);
  lot.at = Where{depot.place};
  return lot;
}

void send_empties(BoxDepot& depot, OfPlan const& of, Outbox& out) {
  scenarios::Repositioning const& plan = depot.setting.scenario().repositioning[of.plan];
  out.schedule(plan.every, message(Kind::reposition, of));
  BoxDepot::Stock& stock = stock_of(depot, depot.setting.scenario().flows[plan.flow].boxes->kind);
  if (!stock.waiting.empty() || stock.teu - plan.send.count() < plan.keep.count()) return;
  stock.teu -= plan.send.count();
  tell_stock(depot, stock, out);
  Consignment lot = empties(depot, plan, out.now());
  out.observe(message_of(FactKind::generated, Generated{lot.lot, static_cast<std::int32_t>(lot.teu.count()), 0}));
  std::uint32_t const handle = depot.setting.lots.put(std::move(lot));
  auto const terminal = depot.setting.addresses.places[depot.place].terminal;
  out.send_near(terminal, Duration{}, message(Kind::admit, OfLot{handle}));
}

}  // namespace

void handle(BoxDepot& depot, kernel::Event const& event, Outbox& out) {
  kernel::Message const& m = event.message;
  switch (static_cast<Kind>(m.kind)) {
    case Kind::want_boxes: {
      auto const want = m.as<WantBoxes>();
      BoxDepot::Stock& stock = stock_of(depot, want.kind);
      stock.waiting.push_back(want);
      return serve(depot, stock, out);
    }
    case Kind::boxes_free: {
      auto const boxes = m.as<BoxesBack>();
      if (boxes.after > Duration{}) return out.schedule(boxes.after, message(Kind::boxes_return, boxes));
      return come_back(depot, boxes, out);
    }
    case Kind::boxes_return:
      return come_back(depot, m.as<BoxesBack>(), out);
    case Kind::reposition:
      return send_empties(depot, m.as<OfPlan>(), out);
    default:
      ensure(false, "a depot got a message that it does not know");
  }
}

void ask_boxes(Setting& setting, BoxUse const& boxes, std::uint32_t handle, Outbox& out) {
  Consignment& lot = setting.lots[handle];
  lot.waits(scenarios::Component::queueing, Where{boxes.taken_from});
  WantBoxes const want{handle, out.self(), boxes.kind, static_cast<std::int32_t>(lot.teu.count())};
  out.send_near(setting.addresses.places[boxes.taken_from].depot, Duration{}, message(Kind::want_boxes, want));
}

void take_boxes(Setting& setting, BoxUse const& boxes, std::uint32_t handle, Outbox& out) {
  Consignment& lot = setting.lots[handle];
  Boxed const fact{lot.lot, boxes.kind.index(), boxes.taken_from.index(), static_cast<std::int32_t>(lot.teu.count()),
                   lot.journal.until().ms()};
  out.observe(message_of(FactKind::boxed, fact));
  lot.journal.charge(scenarios::Component::queueing, Where{boxes.taken_from}, lot.at, lot.teu, out.now());
}

void give_back_boxes(Setting const& setting, BoxUse const& boxes, Teu teu, Outbox& out) {
  BoxesBack const back{boxes.kind, static_cast<std::int32_t>(teu.count()), boxes.returned_after};
  out.send_near(setting.addresses.places[boxes.given_back_to].depot, Duration{}, message(Kind::boxes_free, back));
}

}  // namespace shudao::freight

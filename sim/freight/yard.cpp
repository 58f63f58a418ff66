#include "sim/freight/yard.h"

namespace shudao::freight {

using kernel::Outbox;

namespace {

void tell_level(Yard const& yard, Outbox& out) {
  auto const capacity = static_cast<std::int32_t>(yard.capacity.value_or(-1));
  YardLevel const fact{yard.place.index(), yard.is_tracks, static_cast<std::int32_t>(yard.level), capacity};
  out.observe(message_of(FactKind::yard_level, fact));
}

void give_room(Yard& yard, Outbox& out) {
  while (!yard.waiting.empty()) {
    auto first = yard.waiting.begin();
    AskRoom const ask = first->second.front();
    if (yard.capacity && yard.level + ask.amount > *yard.capacity) return;
    first->second.pop_front();
    if (first->second.empty()) yard.waiting.erase(first);
    yard.level += ask.amount;
    tell_level(yard, out);
    out.send_near(ask.requester, Duration{}, message(Kind::room_given, RoomGiven{ask.party}));
  }
}

}  // namespace

void handle(Yard& yard, kernel::Event const& event, Outbox& out) {
  switch (static_cast<Kind>(event.message.kind)) {
    case Kind::ask_room: {
      auto const ask = event.message.as<AskRoom>();
      ensure(!yard.capacity || ask.amount <= *yard.capacity, "something larger than the whole yard asks for room");
      yard.waiting[ask.priority].push_back(ask);
      return give_room(yard, out);
    }
    case Kind::leave_room:
      yard.level -= event.message.as<LeaveRoom>().amount;
      ensure(yard.level >= 0, "more left a yard than was in it");
      tell_level(yard, out);
      return give_room(yard, out);
    default:
      ensure(false, "a yard got a message that it does not know");
  }
}

}  // namespace shudao::freight

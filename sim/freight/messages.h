#pragma once
#include <string>

#include "sim/freight/party.h"
#include "sim/kernel/kernel.h"

namespace shudao::freight {

/// What the processes of the model say to each other.
enum class Kind : std::uint32_t {
  produce,          ///< Source → itself: time for the next consignment.
  admit,            ///< Source → terminal: a consignment has come to the place by its own means.
  seize,            ///< Anyone → resource: work for one server.
  work_ends,        ///< Resource → itself.
  opens,            ///< Resource → itself: working hours begin.
  work_done,        ///< Resource → whoever seized it.
  ask_room,         ///< Terminal → yard: may this come in?
  room_given,       ///< Yard → terminal.
  leave_room,       ///< Terminal → yard.
  enter_process,    ///< Terminal, border → desk.
  delay_ends,       ///< Desk → itself: a step without resource is done.
  process_done,     ///< Desk → whoever entered it.
  clear,            ///< Terminal → border: formalities of a vehicle and of what stays aboard.
  cleared,          ///< Border → terminal.
  vehicle_arrives,  ///< Dispatcher → gate or terminal of the next place.
  vehicle_enters,   ///< Gate → terminal.
  form_run,         ///< Service run → terminal: the cut-off has come, take what is there.
  leave_now,        ///< Terminal → itself: the scheduled departure.
  waited_enough,    ///< Terminal → itself: the first cargo may have waited as long as it does for more.
  next_run,         ///< Service run → itself.
  want_slot,        ///< Terminal → dispatcher.
  slot_free,        ///< Dispatcher → itself.
  want_boxes,       ///< Terminal → depot: a consignment needs empty boxes.
  boxes_given,      ///< Depot → terminal.
  boxes_free,       ///< Terminal → depot: boxes were unloaded and come back.
  boxes_return,     ///< Depot → itself: they are back.
  reposition,       ///< Depot → itself: time to send empties.
  hear_of           ///< Terminal of delivery → source, after the delay of knowledge.
};
std::string text(Kind);

struct Seize {
  PartyHandle party;
  kernel::ProcessId requester;
  std::int32_t priority = 1;
  std::uint64_t detail = 0;  ///< Given back with work_done.
  Duration work;
};
struct WorkDone {
  PartyHandle party;
  std::uint64_t detail = 0;
  SimTime began, ended;
};
struct WorkEnds {
  std::uint32_t slot = 0;
};
struct AskRoom {
  PartyHandle party;
  kernel::ProcessId requester;
  std::int32_t priority = 1;
  std::int64_t amount = 0;
};
struct RoomGiven {
  PartyHandle party;
};
struct LeaveRoom {
  std::int64_t amount = 0;
};
struct EnterProcess {
  PartyHandle party;
  kernel::ProcessId requester;
  scenarios::Stage stage{};
};
struct StepDone {
  std::uint32_t visit = 0, step = 0;
};
struct WantBoxes {
  std::uint32_t lot = 0;
  kernel::ProcessId requester;
  scenarios::BoxId kind;
  std::int32_t teu = 0;
};
struct BoxesBack {
  scenarios::BoxId kind;
  std::int32_t teu = 0;
  Duration after;
};
struct OfPlan {
  std::uint32_t plan = 0;
};
struct OfParty {
  PartyHandle party;
};
struct OfLot {
  std::uint32_t lot = 0;
};
struct OfVehicle {
  std::uint32_t vehicle = 0;
};
struct OfFilling {
  scenarios::ServiceId service;
  std::uint32_t stop = 0;
};
/// What becomes known at the origin of a consignment that was delivered.
struct HearOf {
  std::uint32_t ordinal = 0, route = 0;
  Duration transit;
};
struct NoBody {};

template<class Body>
kernel::Message message(Kind kind, Body const& body) {
  return kernel::Message::of(static_cast<std::uint32_t>(kind), body);
}

}  // namespace shudao::freight

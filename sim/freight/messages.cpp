#include "sim/freight/messages.h"

namespace shudao::freight {

std::string text(Kind kind) {
  static constexpr char const* kNames[] = {
      "produce",         "admit",          "seize",         "work_ends",  "opens",         "work_done",  "ask_room",
      "room_given",      "leave_room",     "enter_process", "delay_ends", "process_done",  "clear",      "cleared",
      "vehicle_arrives", "vehicle_enters", "form_run",      "leave_now",  "waited_enough", "next_run",   "want_slot",
      "slot_free",       "want_boxes",     "boxes_given",   "boxes_free", "boxes_return",  "reposition", "hear_of"};
  auto const index = static_cast<std::size_t>(kind);
  return index < std::size(kNames) ? kNames[index] : "unknown";
}

}  // namespace shudao::freight

#pragma once
#include <deque>
#include <map>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// c parallel servers that work by one calendar: FIFO within priority classes, lower classes first. Work begun pauses
/// outside working hours and goes on when they begin again. Answers every `seize` with `work_done` when it is done.
struct Resource {
  Setting& setting;
  scenarios::ResourceId id;

  struct Job {
    Seize order;
    SimTime requested, began;
    bool is_under_way = false;
  };
  int busy = 0;
  std::map<int, std::deque<Job>> waiting{};  ///< By priority.
  std::vector<Job> working{};                ///< By slot.
  std::vector<std::uint32_t> free_slots{};
  bool is_opening_awaited = false;
};

void handle(Resource&, kernel::Event const&, kernel::Outbox&);

}  // namespace shudao::freight

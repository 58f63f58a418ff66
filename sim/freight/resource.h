#pragma once
#include <deque>
#include <map>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// c parallel servers that work by one calendar: FIFO within priority classes, lower classes first. Work begun pauses
/// outside working hours and goes on when they begin again. A server may take several parties together, a batch: it
/// begins when the batch is full or the first has waited enough, and is as long as the longest of their works. Answers
/// every `seize` with `work_done` when it is done.
struct Resource {
  Setting& setting;
  scenarios::ResourceId id;

  struct Job {
    Seize order;
    SimTime requested, began;
    bool is_under_way = false;
    bool is_rider = false;  ///< In the batch of another job, which is the one that counts for the server.
  };
  int busy = 0;
  std::map<int, std::deque<Job>> waiting{};  ///< By priority.
  std::vector<Job> working{};                ///< By slot.
  std::vector<std::uint32_t> free_slots{};
  SimTime awaited = SimTime::max();  ///< When it looks again at what waits; max: when something happens.
};

void handle(Resource&, kernel::Event const&, kernel::Outbox&);

}  // namespace shudao::freight

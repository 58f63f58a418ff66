#include <algorithm>
#include <deque>

#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {
namespace {

struct Crowd : World {
  struct Process {
    ProcessId partner;
    Memory memory;
  };
  std::deque<Process> processes;
};

void handle(Crowd::Process& process, Event const& event, Outbox& out) {
  process.memory.add(event);
  out.observe(Message::of(1, process.memory.seen));
  out.send_near(process.partner, Duration::from_ms(1), event.message);
}

}  // namespace

Guest crowd(SimTime end) {
  auto make = [] {
    auto world = std::make_unique<Crowd>();
    constexpr std::size_t kCount = 150;
    for (std::size_t k = 0; k < kCount; ++k) {
      ProcessId const partner{kCount - 1 - k};
      ProcessId const id =
          world->model.add(world->processes.emplace_back(Crowd::Process{partner, {}}), padded_name("one", k));
      world->model.settle(id, static_cast<std::uint32_t>(std::min(k, kCount - 1 - k)));
      world->model.first_event(id, SimTime::from_ms(0), Message{});
    }
    return world;
  };
  return {"crowd", end, make};
}

Guest sample_of_crowd();
Guest sample_of_crowd() { return crowd(SimTime::from_ms(600)); }

}  // namespace shudao::kernel::guests

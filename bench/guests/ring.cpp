#include <deque>

#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {
namespace {

struct Ring : World {
  struct Process {
    ChannelId to_next;
    PhiloxDraws random;
    Memory memory;
  };
  std::deque<Process> processes;
};

void handle(Ring::Process& process, Event const& event, Outbox& out) {
  process.memory.add(event);
  out.observe(Message::of(1, process.memory.seen));
  out.send(process.to_next, Duration::from_ms(1 + process.random.below(event.message.kind)), event.message);
}

}  // namespace

Guest ring(SimTime end) {
  auto make = [] {
    auto world = std::make_unique<Ring>();
    constexpr std::size_t kCount = 12;
    for (std::size_t k = 0; k < kCount; ++k) {
      std::string const name = padded_name("stop", k);
      world->model.add(world->processes.emplace_back(Ring::Process{{}, PhiloxDraws{name, k}, {}}), name);
    }
    for (std::size_t k = 0; k < kCount; ++k) {
      world->processes[k].to_next =
          world->model.connect(ProcessId{k}, ProcessId{(k + 1) % kCount}, Duration::from_ms(1));
      world->model.first_event(ProcessId{k}, SimTime::from_ms(0), Message{k % 3 == 0 ? 1u : 40u, {}});
    }
    return world;
  };
  return {"ring", end, make};
}

Guest sample_of_ring();
Guest sample_of_ring() { return ring(SimTime::from_ms(8'000)); }

}  // namespace shudao::kernel::guests

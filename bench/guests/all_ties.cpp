#include <deque>

#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {
namespace {

struct Ties : World {
  static constexpr std::size_t kNeighbourhoods = 6;
  static constexpr std::size_t kMembers = 5;
  struct Process {
    std::vector<ProcessId> neighbours;
    std::vector<ChannelId> ways_out;
    PhiloxDraws random;
    Memory memory;
  };
  std::deque<Process> processes;
};

/// The kind counts how long a chain without delay may still get.
void handle(Ties::Process& process, Event const& event, Outbox& out) {
  process.memory.add(event);
  out.observe(Message::of(1, process.memory.seen));
  if (event.message.kind == 0) {
    std::uint32_t const way = process.random.below(static_cast<std::uint32_t>(process.ways_out.size()));
    std::uint32_t const chain = process.random.below(6);
    out.send(process.ways_out[way], Duration::from_s(1), Message{chain, {}});
    return;
  }
  std::uint32_t const first = process.random.below(Ties::kMembers);
  out.send_near(process.neighbours[first], Duration{}, Message{event.message.kind - 1, {}});
  if (event.message.kind % 2 == 0) out.observe(Message::of(2, first));
}

}  // namespace

Guest all_ties(SimTime end) {
  auto make = [] {
    auto world = std::make_unique<Ties>();
    std::size_t const count = Ties::kNeighbourhoods * Ties::kMembers;
    for (std::size_t k = 0; k < count; ++k) {
      std::string const name = padded_name("tie", k);
      ProcessId const id =
          world->model.add(world->processes.emplace_back(Ties::Process{{}, {}, PhiloxDraws{name, k}, {}}), name);
      world->model.settle(id, static_cast<std::uint32_t>(k % Ties::kNeighbourhoods));
    }
    for (std::size_t k = 0; k < count; ++k) {
      auto& process = world->processes[k];
      for (std::size_t m = 0; m < Ties::kMembers; ++m)
        process.neighbours.push_back(ProcessId{k % Ties::kNeighbourhoods + m * Ties::kNeighbourhoods});
      for (std::size_t const step : {1, 7, 8})
        process.ways_out.push_back(
            world->model.connect(ProcessId{k}, ProcessId{(k + step) % count}, Duration::from_s(1)));
      world->model.first_event(ProcessId{k}, SimTime::from_ms(0), Message{static_cast<std::uint32_t>(k % 5), {}});
    }
    return world;
  };
  return {"all ties", end, make};
}

Guest sample_of_all_ties();
Guest sample_of_all_ties() { return all_ties(SimTime::from_ms(80'000)); }

}  // namespace shudao::kernel::guests

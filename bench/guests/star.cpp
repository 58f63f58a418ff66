#include <deque>

#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {
namespace {

struct Star : World {
  struct Process {
    std::vector<ChannelId> channels;
    std::vector<Duration> lookahead;
    PhiloxDraws random;
    Memory memory;
    std::uint32_t calls = 0;
    bool is_hub = false;
  };
  std::deque<Process> processes;
};

void handle(Star::Process& process, Event const& event, Outbox& out) {
  process.memory.add(event);
  out.observe(Message::of(1, process.memory.seen));
  ++process.calls;
  if (!process.is_hub && process.calls % 2 == 1) return;
  std::uint32_t const sends = process.is_hub ? 1 : 2;
  for (std::uint32_t k = 0; k < sends; ++k) {
    std::uint32_t const way = process.random.below(static_cast<std::uint32_t>(process.channels.size()));
    std::uint32_t const extra = process.random.below(50);
    out.send(process.channels[way], process.lookahead[way] + Duration::from_ms(extra), event.message);
  }
}

}  // namespace

Guest star(SimTime end) {
  auto make = [] {
    auto world = std::make_unique<Star>();
    constexpr std::size_t kRays = 16;
    for (std::size_t k = 0; k <= kRays; ++k) {
      std::string const name = padded_name("star", k);
      world->model.add(world->processes.emplace_back(Star::Process{{}, {}, PhiloxDraws{name, k}, {}, 0, k == 0}), name);
    }
    auto connect = [&](std::size_t from, std::size_t to, Duration lookahead) {
      auto& process = world->processes[from];
      process.channels.push_back(world->model.connect(ProcessId{from}, ProcessId{to}, lookahead));
      process.lookahead.push_back(lookahead);
    };
    for (std::size_t ray = 1; ray <= kRays; ++ray) {
      connect(0, ray, Duration::from_ms(static_cast<std::int64_t>(1 + ray * ray)));
      connect(ray, 0, Duration::from_ms(static_cast<std::int64_t>(3 * ray)));
    }
    for (int k = 0; k < 20; ++k) world->model.first_event(ProcessId{0}, SimTime::from_ms(k / 2), Message{});
    return world;
  };
  return {"star", end, make};
}

Guest sample_of_star();
Guest sample_of_star() { return star(SimTime::from_ms(20'000)); }

}  // namespace shudao::kernel::guests

#include "tests/kernel/guests.h"

#include <algorithm>
#include <cstdio>
#include <deque>

#include "sim/base/portable_math.h"
#include "sim/base/random.h"

namespace shudao::kernel::test {
namespace {

std::int64_t exponential_ms(RandomStream& random, Duration mean) {
  return static_cast<std::int64_t>(-portable_log(random.uniform()) * static_cast<double>(mean.ms()));
}

RandomStream stream(std::string_view name) { return {RandomSeed{2718, 0}, Purpose::guest, name_hash(name)}; }

/// Remembers all that a process saw, in its order, so that any other order shows.
struct Memory {
  std::uint64_t seen = 0;
  void add(Event const& event) {
    for (std::uint64_t const part : {static_cast<std::uint64_t>(event.key.time.ms()), std::uint64_t{event.key.sender},
                                     std::uint64_t{event.key.sequence}, std::uint64_t{event.message.kind}})
      seen = (seen ^ part) * 0x100000001B3u;
  }
};

struct Phold : World {
  struct Process {
    Phold* world;
    RandomStream random;
    Memory memory;
  };
  PholdShape shape;
  std::deque<Process> processes;

  [[nodiscard]] Duration delay(Process& process) const {
    return shape.lookahead + Duration::from_ms(exponential_ms(process.random, shape.mean));
  }
};

void handle(Phold::Process& process, Event const& event, Outbox& out) {
  PholdShape const& shape = process.world->shape;
  process.memory.add(event);
  out.observe(Message::of(1, process.memory.seen));
  bool const is_remote = process.random.uniform() <= shape.remote;
  ProcessId const target = is_remote ? ProcessId{process.random.below(shape.lps)} : out.self();
  out.send_any(target, process.world->delay(process), event.message);
}

struct Queue : World {
  struct Source {
    RandomStream random = stream("source");
    Duration mean;
    ChannelId to_server;
  } source;
  struct Server {
    RandomStream random = stream("server");
    std::deque<SimTime> waiting;
    bool is_busy = false;
  } server;
};

enum QueueKind : std::uint32_t { kNextCustomer, kCustomer, kServed };
constexpr Duration kWay = Duration::from_ms(1);

void handle(Queue::Source& source, Event const&, Outbox& out) {
  out.send(source.to_server, kWay, Message{kCustomer, {}});
  out.schedule(Duration::from_ms(exponential_ms(source.random, source.mean)), Message{kNextCustomer, {}});
}

void serve_next(Queue::Server& server, Outbox& out) {
  server.is_busy = !server.waiting.empty();
  if (!server.is_busy) return;
  out.observe(Message::of(kQueueWait, out.now() - server.waiting.front()));
  server.waiting.pop_front();
  out.schedule(Duration::from_ms(exponential_ms(server.random, Duration::from_s(1))), Message{kServed, {}});
}

void handle(Queue::Server& server, Event const& event, Outbox& out) {
  if (event.message.kind == kCustomer) server.waiting.push_back(out.now());
  if (event.message.kind == kServed || !server.is_busy) serve_next(server, out);
}

struct Ties : World {
  static constexpr std::size_t kNeighbourhoods = 6;
  static constexpr std::size_t kMembers = 5;
  struct Process {
    std::vector<ProcessId> neighbours;
    std::vector<ChannelId> ways_out;
    RandomStream random;
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

struct Ring : World {
  struct Process {
    ChannelId to_next;
    RandomStream random;
    Memory memory;
  };
  std::deque<Process> processes;
};

void handle(Ring::Process& process, Event const& event, Outbox& out) {
  process.memory.add(event);
  out.observe(Message::of(1, process.memory.seen));
  out.send(process.to_next, Duration::from_ms(1 + process.random.below(event.message.kind)), event.message);
}

struct Star : World {
  struct Process {
    std::vector<ChannelId> channels;
    std::vector<Duration> lookahead;
    RandomStream random;
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

std::string padded_name(char const* prefix, std::size_t number) {
  char text[64];
  std::snprintf(text, sizeof text, "%s%07zu", prefix, number);
  return text;
}

Guest phold(PholdShape shape, SimTime end) {
  auto make = [shape] {
    auto world = std::make_unique<Phold>();
    world->shape = shape;
    world->model.open_to_all(shape.lookahead);
    for (std::uint32_t lp = 0; lp < shape.lps; ++lp) {
      std::string const name = padded_name("lp", lp);
      auto& process = world->processes.emplace_back(Phold::Process{world.get(), stream(name), {}});
      ProcessId const id = world->model.add(process, name);
      for (int k = 0; k < shape.start; ++k) {
        Duration const delay = world->delay(process);
        world->model.first_event(id, SimTime::from_ms(0) + delay, Message{});
      }
    }
    return world;
  };
  return {"PHOLD", end, make};
}

Guest single_server_queue(double utilisation, SimTime end) {
  auto make = [utilisation] {
    auto world = std::make_unique<Queue>();
    world->source.mean = Duration::from_ms(static_cast<std::int64_t>(1000 / utilisation));
    ProcessId const server = world->model.add(world->server, "server");
    ProcessId const source = world->model.add(world->source, "source");
    world->source.to_server = world->model.connect(source, server, kWay);
    world->model.first_event(source, SimTime::from_ms(0), Message{kNextCustomer, {}});
    return world;
  };
  return {"M/M/1", end, make};
}

Guest all_ties(SimTime end) {
  auto make = [] {
    auto world = std::make_unique<Ties>();
    std::size_t const count = Ties::kNeighbourhoods * Ties::kMembers;
    for (std::size_t k = 0; k < count; ++k) {
      std::string const name = padded_name("tie", k);
      ProcessId const id =
          world->model.add(world->processes.emplace_back(Ties::Process{{}, {}, stream(name), {}}), name);
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

Guest ring(SimTime end) {
  auto make = [] {
    auto world = std::make_unique<Ring>();
    constexpr std::size_t kCount = 12;
    for (std::size_t k = 0; k < kCount; ++k) {
      std::string const name = padded_name("stop", k);
      world->model.add(world->processes.emplace_back(Ring::Process{{}, stream(name), {}}), name);
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

Guest star(SimTime end) {
  auto make = [] {
    auto world = std::make_unique<Star>();
    constexpr std::size_t kRays = 16;
    for (std::size_t k = 0; k <= kRays; ++k) {
      std::string const name = padded_name("star", k);
      world->model.add(world->processes.emplace_back(Star::Process{{}, {}, stream(name), {}, 0, k == 0}), name);
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

std::vector<Guest> all_guests() {
  return {phold({}, SimTime::from_ms(40'000)), single_server_queue(0.8, SimTime::from_ms(4'000'000)),
          all_ties(SimTime::from_ms(80'000)),  ring(SimTime::from_ms(8'000)),
          star(SimTime::from_ms(20'000)),      crowd(SimTime::from_ms(600))};
}

}  // namespace shudao::kernel::test

#include <deque>

#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {
namespace {

struct Queue : World {
  struct Source {
    PhiloxDraws random = {"source", 0};
    Duration mean;
    ChannelId to_server;
  } source;
  struct Server {
    PhiloxDraws random = {"server", 1};
    std::deque<SimTime> waiting;
    bool is_busy = false;
  } server;
};

enum QueueKind : std::uint32_t { kNextCustomer, kCustomer, kServed };
constexpr Duration kWay = Duration::from_ms(1);

void handle(Queue::Source& source, Event const&, Outbox& out) {
  out.send(source.to_server, kWay, Message{kCustomer, {}});
  out.schedule(exponential(source.random, source.mean), Message{kNextCustomer, {}});
}

void serve_next(Queue::Server& server, Outbox& out) {
  server.is_busy = !server.waiting.empty();
  if (!server.is_busy) return;
  out.observe(Message::of(kQueueWait, out.now() - server.waiting.front()));
  server.waiting.pop_front();
  out.schedule(exponential(server.random, Duration::from_s(1)), Message{kServed, {}});
}

void handle(Queue::Server& server, Event const& event, Outbox& out) {
  if (event.message.kind == kCustomer) server.waiting.push_back(out.now());
  if (event.message.kind == kServed || !server.is_busy) serve_next(server, out);
}

}  // namespace

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

Guest sample_of_single_server_queue();
Guest sample_of_single_server_queue() { return single_server_queue(0.8, SimTime::from_ms(4'000'000)); }

}  // namespace shudao::kernel::guests

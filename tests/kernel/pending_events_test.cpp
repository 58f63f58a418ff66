#include "sim/kernel/pending_events.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

namespace shudao::kernel::test {
namespace {

struct Shape {
  char const* name;
  std::size_t pending;
  std::int64_t spread_ms;  ///< New events come up to this much after the last one taken.
};

Event event_at(std::int64_t ms, std::uint32_t sender, std::uint32_t sequence) {
  return {{SimTime::from_ms(ms), sender, sequence}, ProcessId{sender}, Message::of(sequence % 5, sequence)};
}

}  // namespace

TEST_CASE("pending events come out smallest key first, as from an ordered set", "[kernel]") {
  Shape const shape = GENERATE(Shape{"few", 3, 50}, Shape{"many", 3'000, 1'000'000}, Shape{"all tie", 500, 0},
                               Shape{"near ties", 2'000, 3}, Shape{"far", 1'000, std::int64_t{1} << 40},
                               Shape{"very many", 20'000, 5'000});
  INFO(shape.name);
  std::mt19937_64 random{12345};
  PendingEvents pending;
  std::set<EventKey> expected;
  std::int64_t now = -1'000'000;
  std::uint32_t sequence = 0;
  bool is_equal = true;
  for (int step = 0; step < 60'000; ++step) {
    // Waves: the set grows to its size, shrinks to nothing, and so on.
    bool const grows = step / 7'000 % 2 == 0;
    if (expected.empty() || (expected.size() < shape.pending && random() % 5 < (grows ? 4u : 1u))) {
      std::int64_t const delay =
          shape.spread_ms == 0 ? 0 : static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(shape.spread_ms));
      Event const event = event_at(now + delay, static_cast<std::uint32_t>(random() % 9), sequence++);
      pending.add(event);
      expected.insert(event.key);
      continue;
    }
    is_equal = is_equal && pending.next_time() == expected.begin()->time && pending.size() == expected.size();
    Event const event = pending.take();
    is_equal = is_equal && event.key == *expected.begin() && event.target == ProcessId{event.key.sender} &&
               event.message.as<std::uint32_t>() == event.key.sequence && event.message.kind == event.key.sequence % 5;
    expected.erase(expected.begin());
    now = event.key.time.ms();
  }
  CHECK(is_equal);
}

TEST_CASE("an empty set of pending events has nothing next", "[kernel]") {
  PendingEvents pending;
  CHECK(pending.is_empty());
  CHECK(pending.next_time() == SimTime::max());
  pending.add(event_at(5, 0, 0));
  CHECK(pending.next_time() == SimTime::from_ms(5));
  pending.take();
  CHECK(pending.is_empty());
  CHECK(pending.next_time() == SimTime::max());
}

TEST_CASE("an event may be added before all that were taken", "[kernel]") {
  PendingEvents pending;
  for (std::int64_t ms : {10, 20, 30}) pending.add(event_at(ms, 0, 0));
  pending.take();
  pending.add(event_at(5, 0, 0));
  CHECK(pending.take().key.time == SimTime::from_ms(5));
  CHECK(pending.take().key.time == SimTime::from_ms(20));
}

TEST_CASE("events that move to other sets come out of these in order", "[kernel]") {
  std::size_t const count = GENERATE(5, 200, 5'000);
  std::mt19937_64 random{99};
  PendingEvents from;
  for (std::uint32_t k = 0; k < count; ++k)
    from.add(event_at(static_cast<std::int64_t>(random() % 1'000'000), k % 7, k));
  for (std::size_t k = 0; k < count / 3; ++k) from.take();
  SimTime const earliest = from.next_time();
  PendingEvents sets[2];
  from.move_to(sets[0], [&](Event& event) { sets[event.key.sequence % 2].put(event); });
  CHECK(from.is_empty());
  CHECK(sets[0].size() + sets[1].size() == count - count / 3);
  CHECK(std::min(sets[0].next_time(), sets[1].next_time()) == earliest);
  bool is_ordered = true;
  for (PendingEvents& set : sets)
    for (SimTime last = earliest; !set.is_empty();) {
      SimTime const time = set.take().key.time;
      is_ordered = is_ordered && last <= time;
      last = time;
    }
  CHECK(is_ordered);
}

}  // namespace shudao::kernel::test

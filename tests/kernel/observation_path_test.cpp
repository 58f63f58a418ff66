#include <atomic>
#include <catch2/catch.hpp>

#include "sim/kernel/observation_digest.h"
#include "tests/kernel/run_everywhere.h"

namespace shudao::kernel::test {
namespace {

/// Processes that note what they observe every millisecond, in pairs that never meet others: nothing but the engine
/// holds a lane back.
struct Chatter : World {
  struct Process {
    std::atomic<std::int64_t>* made;
  };
  std::atomic<std::int64_t> made{0};
  Process process{&made};
};

void handle(Chatter::Process& process, Event const& event, Outbox& out) {
  process.made->fetch_add(1, std::memory_order_relaxed);
  out.observe(Message::of(1, event.key.time));
  out.schedule(Duration::from_ms(1), event.message);
}

/// The most observations that were made and not yet taken.
struct Backlog : Sink {
  explicit Backlog(std::atomic<std::int64_t> const& made_so_far) : made{made_so_far} {}
  void take(Observation const&) override {
    most = std::max(most, made.load(std::memory_order_relaxed) - taken);
    ++taken;
  }
  std::atomic<std::int64_t> const& made;
  std::int64_t taken = 0;
  std::int64_t most = 0;
};

std::int64_t most_waiting(std::unique_ptr<Executor> (*make)(Model&, Sink&, RunOptions const&), std::int64_t end_ms) {
  Chatter world;
  for (std::size_t k = 0; k < 8; ++k)
    world.model.first_event(world.model.add(world.process, padded_name("one", k)), SimTime::from_ms(0), Message{});
  Backlog backlog{world.made};
  RunOptions options;
  options.threads = 2;
  make(world.model, backlog, options)->run_until(SimTime::from_ms(end_ms));
  CHECK(backlog.taken == 8 * end_ms);
  return backlog.most;
}

}  // namespace

TEST_CASE("the sequential executor holds back the observations of one time only", "[kernel]") {
  CHECK(most_waiting(make_sequential, 10'000) == 8);
}

TEST_CASE("observations wait in memory for one window only, however long the run", "[kernel]") {
  std::int64_t const of_long_run = most_waiting(make_parallel, 200'000);
  INFO(of_long_run << " of 1,600,000 observations waited at once");
  CHECK(of_long_run <= 400'000);
  CHECK(of_long_run <= most_waiting(make_parallel, 100'000) * 3 / 2);
}

}  // namespace shudao::kernel::test

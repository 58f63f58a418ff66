#include <catch2/catch.hpp>
#include <stdexcept>

#include "sim/kernel/observation_digest.h"
#include "tests/kernel/run_everywhere.h"

namespace shudao::kernel::test {
namespace {

/// Processes that tick every so often for ever and do something bad from a time of their own on.
struct Tickers : World {
  struct Process {
    Duration period;
    SimTime bad_from = SimTime::max();
    std::function<void(Outbox&)> bad;
    ProcessId neighbour;
  };
  std::vector<Process> processes;
};

void handle(Tickers::Process& process, Event const& event, Outbox& out) {
  out.observe(Message::of(1, event.key.sequence));
  if (event.key.time >= process.bad_from) process.bad(out);
  out.schedule(process.period, event.message);
}

/// Six tickers, joined by channels of `lookahead` that nobody uses. Ticker 2 goes bad first, then 4, then 5.
Guest bad_tickers(Duration lookahead, std::function<void(Outbox&)> bad) {
  auto make = [lookahead, bad = std::move(bad)] {
    auto world = std::make_unique<Tickers>();
    world->processes.resize(6);
    for (std::size_t k = 0; k < 6; ++k) {
      world->processes[k].period = Duration::from_ms(static_cast<std::int64_t>(3 + k));
      ProcessId const id = world->model.add(world->processes[k], padded_name("tick", k));
      world->model.first_event(id, SimTime::from_ms(0), Message{});
    }
    for (std::size_t k = 0; k < 6; ++k) world->model.connect(ProcessId{k}, ProcessId{(k + 1) % 6}, lookahead);
    for (std::size_t const k : {2, 4, 5}) {
      world->processes[k].bad_from = SimTime::from_ms(static_cast<std::int64_t>(500 + 10 * k));
      world->processes[k].bad = bad;
    }
    return world;
  };
  return {"bad tickers", SimTime::from_ms(2'000), make};
}

}  // namespace

TEST_CASE("an exception of a handler comes out of run_until, the earliest one, after the observations before it",
          "[kernel]") {
  Guest const guest = bad_tickers(Duration::from_ms(400), [](Outbox& out) {
    throw std::runtime_error{"ticker " + std::to_string(out.self().index()) + " broke at " +
                             std::to_string(out.now().ms())};
  });
  CHECK(run_sequentially(guest).error == "ticker 2 broke at 520");
  run_everywhere(guest, 50);
}

TEST_CASE("of exceptions at the same time every executor meets the same one", "[kernel]") {
  Guest const guest = bad_tickers(Duration::from_ms(400), [](Outbox& out) {
    if (out.now() == SimTime::from_ms(840)) throw std::runtime_error{std::to_string(out.self().index())};
  });
  CHECK(run_sequentially(guest).error == "2");
  run_everywhere(guest, 50);
}

TEST_CASE("a process that sends without delay for ever is named", "[kernel]") {
  Guest const guest = bad_tickers(Duration::from_ms(400), [](Outbox& out) { out.schedule(Duration{}, Message{}); });
  std::string const expected =
      "process \"tick0000002\" at 520 ms (1970-01-01T00:00:00.520Z), handling kind 0: more than 1000 sends without "
      "delay at one time: the clock stands still";
  HowToRun how;
  how.options.zero_delay_limit = 1'000;
  CHECK(run(guest, how).error == expected);
  run_everywhere(guest, 10, how.options);
}

TEST_CASE("neighbours that send without delay in a circle are named, however many they are", "[kernel]") {
  auto const make = [] {
    auto world = std::make_unique<Tickers>();
    world->processes.resize(50);
    for (std::size_t k = 0; k < 50; ++k) {
      Tickers::Process& process = world->processes[k];
      process.neighbour = ProcessId{(k + 1) % 50};
      process.period = Duration::from_s(1);
      process.bad_from = SimTime::from_ms(3'000);
      process.bad = [to = process.neighbour](Outbox& out) { out.send_near(to, Duration{}, Message{}); };
      ProcessId const id = world->model.add(process, padded_name("tick", k));
      world->model.settle(id, 1);
      world->model.first_event(id, SimTime::from_ms(static_cast<std::int64_t>(20 * k)), Message{});
    }
    return world;
  };
  HowToRun how;
  how.options.zero_delay_limit = 1'000;
  CHECK(run({"circle", SimTime::from_ms(9'000), make}, how).error ==
        "process \"tick0000000\" at 3000 ms (1970-01-01T00:00:03Z), handling kind 0: more than 1000 sends without "
        "delay at one time: the clock stands still");
}

TEST_CASE("as many sends without delay as the limit are allowed", "[kernel]") {
  auto const guest = [](std::uint32_t sends) {
    return bad_tickers(Duration::from_ms(400), [left = sends](Outbox& out) mutable {
      if (left > 0) --left, out.schedule(Duration{}, Message{});
    });
  };
  HowToRun how;
  how.options.zero_delay_limit = 100;
  CHECK(run(guest(100), how).error.empty());
  CHECK_THAT(run(guest(101), how).error, Catch::Contains("more than 100 sends without delay"));
}

TEST_CASE("more events than the limit are a broken promise that names where", "[kernel]") {
  Guest const guest = ring(SimTime::from_ms(500));
  std::uint64_t const events = run_sequentially(guest).events;
  HowToRun how;
  how.is_parallel = GENERATE(false, true);
  how.options.threads = GENERATE(1, 3);
  how.options.event_limit = events;
  CHECK(run(guest, how).error.empty());
  how.options.event_limit = events - 1;
  CHECK_THAT(run(guest, how).error,
             Catch::StartsWith("process \"stop00000") &&
                 Catch::EndsWith("more than the limit of " + std::to_string(events - 1) + " events"));
}

TEST_CASE("a run for ever ends at the event limit", "[kernel]") {
  HowToRun how;
  how.is_parallel = GENERATE(false, true);
  how.options.threads = 2;
  how.options.event_limit = 10'000;
  Guest guest = ring(SimTime::max());
  CHECK_THAT(run(guest, how).error, Catch::EndsWith("more than the limit of 10000 events"));
}

TEST_CASE("an exception of the sink comes out of run_until", "[kernel]") {
  struct FullSink : Sink {
    int left = 1'000;
    void take(Observation const&) override {
      if (left-- == 0) throw std::runtime_error{"the disk is full"};
    }
  };
  for (auto const make : {make_sequential, make_parallel}) {
    auto world = phold({}, SimTime{}).make();
    FullSink sink;
    RunOptions options;
    options.threads = 2;
    CHECK_THROWS_WITH(make(world->model, sink, options)->run_until(SimTime::max()), "the disk is full");
  }
}

}  // namespace shudao::kernel::test

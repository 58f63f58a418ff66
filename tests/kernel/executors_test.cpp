#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "sim/kernel/observation_digest.h"
#include "tests/kernel/run_everywhere.h"

namespace shudao::kernel::test {
namespace {

/// Checks the order of observations as they come.
struct OrderedSink : Sink {
  EventKey last{SimTime::from_ms(INT64_MIN), 0, 0};
  std::uint64_t count = 0;
  bool is_ordered = true;
  void take(Observation const& observation) override {
    is_ordered = is_ordered && last < observation.key;
    last = observation.key;
    ++count;
  }
};

}  // namespace

TEST_CASE("every guest makes the same observations on every executor, number of threads and partition", "[kernel]") {
  for (Guest const& guest : all_guests()) run_everywhere(guest, 50);
}

TEST_CASE("a thousand random partitions make the same observations", "[kernel][slow]") {
  for (Guest const& guest : all_guests()) run_everywhere(guest, 1000);
}

TEST_CASE("observations come in the order of time, process and serial number", "[kernel]") {
  for (auto const make : {make_sequential, make_parallel}) {
    auto world = all_ties(SimTime{}).make();
    OrderedSink sink;
    RunOptions options;
    options.threads = 3;
    make(world->model, sink, options)->run_until(SimTime::from_ms(50'000));
    CHECK(sink.count > 1000);
    CHECK(sink.is_ordered);
  }
}

TEST_CASE("after run_until every observation before the end was taken and none after it", "[kernel]") {
  for (auto const make : {make_sequential, make_parallel}) {
    auto world = all_ties(SimTime{}).make();
    OrderedSink sink;
    RunOptions options;
    options.threads = 3;
    auto executor = make(world->model, sink, options);
    executor->run_until(SimTime::from_ms(5'000));
    CHECK(sink.last.time == SimTime::from_ms(4'000));
    executor->run_until(SimTime::from_ms(5'001));
    CHECK(sink.last.time == SimTime::from_ms(5'000));
  }
}

TEST_CASE("reports add up over the pieces of a run", "[kernel]") {
  Guest const guest = ring(SimTime::from_ms(2'000));
  for (auto const make : {make_sequential, make_parallel}) {
    auto world = guest.make();
    OrderedSink sink;
    RunOptions options;
    options.threads = 2;
    auto executor = make(world->model, sink, options);
    std::uint64_t const first = executor->run_until(SimTime::from_ms(1'000)).events;
    std::uint64_t const second = executor->run_until(guest.end).events;
    CHECK(first > 0);
    CHECK(second > first);
    CHECK(executor->run_until(guest.end).events == second);
  }
}

TEST_CASE("the largest partition's share is between an equal share and all", "[kernel]") {
  auto world = phold({}, SimTime{}).make();
  OrderedSink sink;
  RunOptions options;
  options.threads = 4;
  RunReport const report = make_parallel(world->model, sink, options)->run_until(SimTime::from_ms(20'000));
  CHECK(report.windows > 0);
  CHECK(report.largest_partition_share >= 0.25);
  CHECK(report.largest_partition_share < 0.5);
}

TEST_CASE("a cancelled run stops early, keeps its order and can go on to the same end", "[kernel]") {
  Guest const guest = phold({}, SimTime::from_ms(100'000));
  for (auto const make : {make_sequential, make_parallel}) {
    auto world = guest.make();
    ObservationDigest digest{world->model};
    std::atomic<bool> cancel = true;
    RunOptions options;
    options.threads = 2;
    options.cancel = &cancel;
    auto executor = make(world->model, digest, options);
    RunReport const cut_short = executor->run_until(guest.end);
    CHECK(cut_short.cancelled);
    cancel = false;
    RunReport const whole = executor->run_until(guest.end);
    CHECK_FALSE(whole.cancelled);
    CHECK(cut_short.events < whole.events / 2);
    CHECK(digest.value() == run_sequentially(guest).digest);
  }
}

TEST_CASE("progress is told on the calling thread, a few times a second, with time going forward", "[kernel]") {
  for (auto const make : {make_sequential, make_parallel}) {
    auto world = phold({}, SimTime{}).make();
    OrderedSink sink;
    RunOptions options;
    options.threads = 2;
    std::atomic<bool> cancel = false;
    options.cancel = &cancel;
    std::vector<Progress> told;
    auto const caller = std::this_thread::get_id();
    bool is_calling_thread = true;
    options.on_progress = [&](Progress const& progress) {
      told.push_back(progress);
      is_calling_thread = is_calling_thread && std::this_thread::get_id() == caller;
      cancel = told.size() == 3;
    };
    auto const before = std::chrono::steady_clock::now();
    make(world->model, sink, options)->run_until(SimTime::max());
    CHECK(std::chrono::steady_clock::now() - before > std::chrono::milliseconds{590});
    CHECK(is_calling_thread);
    REQUIRE(told.size() == 3);
    CHECK((told[0].events < told[1].events && told[1].events < told[2].events));
    CHECK((told[0].now < told[1].now && told[1].now < told[2].now));
  }
}

TEST_CASE("a run digest names processes, so a process that does nothing does not change it", "[kernel]") {
  auto world = ring(SimTime{}).make();
  ObservationDigest with_idle{[&]() -> Model const& {
    world->model.add(
        nullptr, [](void*, Event const&, Outbox&) {}, "zzz idle");
    return world->model;
  }()};
  make_sequential(world->model, with_idle, {})->run_until(SimTime::from_ms(1'000));
  CHECK(with_idle.value() == run_sequentially(ring(SimTime::from_ms(1'000))).digest);
}

}  // namespace shudao::kernel::test

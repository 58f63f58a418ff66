#include <catch2/catch.hpp>
#include <cmath>

#include "tests/kernel/run_everywhere.h"

namespace shudao::kernel::test {
namespace {

/// What was observed under one kind, in seconds.
struct Spans : Sink {
  explicit Spans(std::uint32_t observed_kind) : kind{observed_kind} {}
  void take(Observation const& observation) override {
    if (observation.fact.kind == kind)
      seconds.push_back(static_cast<double>(observation.fact.as<Duration>().ms()) / 1000);
  }
  std::uint32_t kind;
  std::vector<double> seconds;
};

/// How many customers came back to the centre in every span of the given length.
struct CyclesPerSpan : Sink {
  explicit CyclesPerSpan(std::int64_t span_s) : span_ms{span_s * 1000} {}
  void take(Observation const& observation) override {
    if (observation.fact.kind != kCycle) return;
    counts.resize(static_cast<std::size_t>(observation.key.time.ms() / span_ms) + 1);
    ++counts.back();
  }
  std::int64_t span_ms;
  std::vector<double> counts;
};

void run_on_two_threads(Guest const& guest, Sink& sink) {
  auto world = guest.make();
  RunOptions options;
  options.threads = 2;
  make_parallel(world->model, sink, options)->run_until(guest.end);
}

struct Interval {
  double low, high;
};

/// From the means of 40 batches; a false alarm once in 10^6 (Student, 39 degrees of freedom).
Interval mean_interval(std::vector<double> const& values) {
  constexpr std::size_t kBatches = 40;
  constexpr double kQuantile = 5.80;
  std::size_t const size = values.size() / kBatches;
  double sum = 0;
  double squares = 0;
  for (std::size_t batch = 0; batch < kBatches; ++batch) {
    double of_batch = 0;
    for (std::size_t k = batch * size; k < (batch + 1) * size; ++k) of_batch += values[k];
    sum += of_batch / static_cast<double>(size);
    squares += of_batch / static_cast<double>(size) * (of_batch / static_cast<double>(size));
  }
  double const mean = sum / kBatches;
  double const error = std::sqrt((squares / kBatches - mean * mean) / (kBatches - 1));
  return {mean - kQuantile * error, mean + kQuantile * error};
}

/// Throughput at the centre, customers per second, by exact mean value analysis (Reiser, Lavenberg 1980).
double mva_throughput(ClosedShape const& shape) {
  std::vector<double> demand = {shape.mean_s[0]};
  for (std::size_t k = 0; k < shape.probability.size(); ++k)
    demand.push_back(shape.probability[k] * shape.mean_s[k + 1]);
  std::vector<double> queue(demand.size(), 0.0);
  double throughput = 0;
  for (std::uint32_t customers = 1; customers <= shape.customers; ++customers) {
    double cycle = 2 * static_cast<double>(kClosedWay.ms()) / 1000;
    for (std::size_t k = 0; k < demand.size(); ++k) cycle += demand[k] * (1 + queue[k]);
    throughput = customers / cycle;
    for (std::size_t k = 0; k < demand.size(); ++k) queue[k] = throughput * demand[k] * (1 + queue[k]);
  }
  return throughput;
}

}  // namespace

TEST_CASE("the mean wait of M/M/1 is rho / (mu - lambda)", "[kernel]") {
  double const rho = GENERATE(0.5, 0.8);
  Spans waits{kQueueWait};
  run_on_two_threads(single_server_queue(rho, SimTime::from_ms(std::int64_t{400'000} * 1000)), waits);
  waits.seconds.erase(waits.seconds.begin(), waits.seconds.begin() + 2000);  // The empty start.
  Interval const interval = mean_interval(waits.seconds);
  double const theory = rho / (1 - rho);
  INFO("mean between " << interval.low << " s and " << interval.high << " s");
  CHECK(interval.low < theory);
  CHECK(theory < interval.high);
  CHECK(interval.high - interval.low < theory / 2);
}

TEST_CASE("a customer spends 1 / (mu - lambda) at every station of a tandem", "[kernel]") {
  TandemShape shape;
  shape.mean_service = Duration::from_s(100);  // Whole milliseconds are 5e-6 of it.
  shape.utilisation = 0.6;
  Spans sojourns{kSojourn};
  run_on_two_threads(tandem(shape, SimTime::from_ms(std::int64_t{20'000'000} * 1000)), sojourns);
  sojourns.seconds.erase(sojourns.seconds.begin(), sojourns.seconds.begin() + 2000);  // The empty start.
  Interval const interval = mean_interval(sojourns.seconds);
  double const theory = 10 * 100 / (1 - 0.6);
  INFO("mean between " << interval.low << " s and " << interval.high << " s");
  CHECK(interval.low < theory);
  CHECK(theory < interval.high);
  CHECK(interval.high - interval.low < theory / 5);
}

TEST_CASE("the throughput of a closed network is that of mean value analysis", "[kernel]") {
  ClosedShape shape;
  shape.customers = GENERATE(1u, 3u, 8u);
  CyclesPerSpan cycles{500'000};
  run_on_two_threads(closed_network(shape, SimTime::from_ms(std::int64_t{500'000} * 81 * 1000)), cycles);
  cycles.counts.erase(cycles.counts.begin());  // The start, with all at the centre.
  REQUIRE(cycles.counts.size() == 80);
  Interval const interval = mean_interval(cycles.counts);
  double const theory = mva_throughput(shape) * 500'000;
  INFO("mean between " << interval.low << " and " << interval.high << " in 500,000 s, expected " << theory);
  CHECK(interval.low < theory);
  CHECK(theory < interval.high);
  CHECK(interval.high - interval.low < theory / 50);
}

}  // namespace shudao::kernel::test

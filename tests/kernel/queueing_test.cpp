#include <catch2/catch.hpp>
#include <cmath>

#include "tests/kernel/guests.h"

namespace shudao::kernel::test {
namespace {

struct Waits : Sink {
  std::vector<double> seconds;
  void take(Observation const& observation) override {
    if (observation.fact.kind == kQueueWait)
      seconds.push_back(static_cast<double>(observation.fact.as<Duration>().ms()) / 1000);
  }
};

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

}  // namespace

TEST_CASE("the mean wait of M/M/1 is rho / (mu - lambda)", "[kernel]") {
  double const rho = GENERATE(0.5, 0.8);
  auto world = single_server_queue(rho, SimTime{}).make();
  Waits waits;
  RunOptions options;
  options.threads = 2;
  make_parallel(world->model, waits, options)->run_until(SimTime::from_ms(std::int64_t{400'000} * 1000));
  waits.seconds.erase(waits.seconds.begin(), waits.seconds.begin() + 2000);  // The empty start.
  Interval const interval = mean_interval(waits.seconds);
  double const theory = rho / (1 - rho);
  INFO("mean between " << interval.low << " s and " << interval.high << " s");
  CHECK(interval.low < theory);
  CHECK(theory < interval.high);
  CHECK(interval.high - interval.low < theory / 2);
}

}  // namespace shudao::kernel::test

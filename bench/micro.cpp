#include "bench/micro.h"

#include <benchmark/benchmark.h>

#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"
#include "bench/hold.h"
#include "sim/kernel/observation_digest.h"

namespace shudao::bench {
namespace {

using namespace kernel::guests;

template<class Draws>
void draw_uniform(benchmark::State& state) {
  Draws draws{"micro", 1};
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(draws.uniform());
}
BENCHMARK_TEMPLATE(draw_uniform, PhiloxDraws);
BENCHMARK_TEMPLATE(draw_uniform, BareDraws);

template<class Draws>
void draw_exponential(benchmark::State& state) {
  Draws draws{"micro", 1};
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(draws.exponential());
}
BENCHMARK_TEMPLATE(draw_exponential, PhiloxDraws);
BENCHMARK_TEMPLATE(draw_exponential, BareDraws);

void digest_observation(benchmark::State& state) {
  kernel::Model model;
  model.add(
      nullptr, [](void*, kernel::Event const&, kernel::Outbox&) {}, "one");
  kernel::ObservationDigest digest{model};
  kernel::Observation observation{{SimTime::from_ms(1), 0, 0}, kernel::Message::of(1, 2)};
  for ([[maybe_unused]] auto _ : state) {
    ++observation.key.sequence;
    digest.take(observation);
  }
}
BENCHMARK(digest_observation);

void hold(benchmark::State& state) {
  constexpr std::uint64_t kHolds = 200'000;
  for ([[maybe_unused]] auto _ : state)
    state.SetIterationTime(hold_ns(static_cast<std::size_t>(state.range(0)), kHolds) * kHolds * 1e-9);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kHolds));
}
BENCHMARK(hold)->RangeMultiplier(10)->Range(100, 1'000'000)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace

int run_micro(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "shudao-bench micro");
  std::vector<char*> words;
  for (std::string& argument : arguments) words.push_back(argument.data());
  auto count = static_cast<int>(words.size());
  words.push_back(nullptr);
  benchmark::Initialize(&count, words.data());
  if (benchmark::ReportUnrecognizedArguments(count, words.data())) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace shudao::bench

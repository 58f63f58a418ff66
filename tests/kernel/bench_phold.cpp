/// PHOLD with the generator of a bare loop and no observations: how fast the engine itself is.
/// usage: bench_phold THREADS LPS START REMOTE LOOKAHEAD END [seq|par]; one time unit is 2^20 ms, so that ties are
/// rare.
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/kernel/guests.h"

namespace shudao::kernel::test {
namespace {

constexpr double kUnit = 1 << 20;

/// xoroshiro128+ (Blackman, Vigna 2018), seeded by splitmix64.
struct Xoroshiro {
  std::uint64_t a, b;
  double uniform() {
    std::uint64_t const x = a, result = a + b;
    std::uint64_t const y = b ^ x;
    a = std::rotl(x, 24) ^ y ^ (y << 16);
    b = std::rotl(y, 37);
    return (static_cast<double>(result >> 11) + 0.5) * 0x1p-53;
  }
};

std::uint64_t splitmix(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

struct Setting {
  std::uint32_t lps;
  double remote, lookahead;
} setting;

struct Process {
  Xoroshiro random;
  std::uint64_t events = 0, seen = 0;
};

Duration delay(Process& process) {
  return Duration::from_ms(static_cast<std::int64_t>((setting.lookahead - std::log(process.random.uniform())) * kUnit) +
                           1);
}

void handle(Process& process, Event const& event, Outbox& out) {
  ++process.events;
  process.seen = process.seen * 1099511628211u + static_cast<std::uint64_t>(event.key.time.ms());
  ProcessId target = out.self();
  if (process.random.uniform() <= setting.remote)
    target = ProcessId{static_cast<std::size_t>(process.random.uniform() * setting.lps)};
  out.send_any(target, delay(process), event.message);
}

struct NoSink : Sink {
  void take(Observation const&) override {}
};

int run(int threads, int start, double end, bool is_parallel) {
  std::vector<Process> processes(setting.lps);
  Model model;
  model.open_to_all(Duration::from_ms(static_cast<std::int64_t>(setting.lookahead * kUnit)));
  for (std::uint32_t lp = 0; lp < setting.lps; ++lp) {
    std::uint64_t seed = lp * 7919ull + 12345;
    processes[lp].random.a = splitmix(seed);
    processes[lp].random.b = splitmix(seed);
    ProcessId const id = model.add(processes[lp], padded_name("lp", lp));
    for (int k = 0; k < start; ++k) model.first_event(id, SimTime::from_ms(0) + delay(processes[lp]), Message{});
  }
  NoSink sink;
  RunOptions options;
  options.threads = threads;
  auto executor = (is_parallel ? make_parallel : make_sequential)(model, sink, options);
  auto const before = std::chrono::steady_clock::now();
  RunReport const report = executor->run_until(SimTime::from_ms(static_cast<std::int64_t>(end * kUnit)));
  double const wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
  std::uint64_t checksum = 0;
  for (Process const& process : processes) checksum = checksum * 31 + process.seen + process.events;
  std::printf("WALL %.4f events %llu ev/s %.0f windows %llu checksum %016llx\n", wall,
              static_cast<unsigned long long>(report.events), static_cast<double>(report.events) / wall,
              static_cast<unsigned long long>(report.windows), static_cast<unsigned long long>(checksum));
  return 0;
}

}  // namespace
}  // namespace shudao::kernel::test

int main(int count, char** words) {
  if (count < 7) return 2;
  shudao::kernel::test::setting = {static_cast<std::uint32_t>(std::atoi(words[2])), std::atof(words[4]),
                                   std::atof(words[5])};
  bool const is_parallel = count > 7 ? std::strcmp(words[7], "par") == 0 : std::atoi(words[1]) > 1;
  return shudao::kernel::test::run(std::atoi(words[1]), std::atoi(words[3]), std::atof(words[6]), is_parallel);
}

#include "bench/measure.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>

#include "sim/kernel/observation_digest.h"

namespace shudao::bench {
namespace {

struct Dropped : kernel::Sink {
  void take(kernel::Observation const&) override { ++count; }
  std::uint64_t count = 0;
};

double memory_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::string hexadecimal(std::uint64_t value) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

}  // namespace

Measurement measure(kernel::guests::Guest const& guest, HowToRun const& how) {
  auto const world = guest.make();
  Dropped dropped;
  kernel::ObservationDigest digest{world->model, &dropped};
  kernel::Sink& sink = how.has_digest ? static_cast<kernel::Sink&>(digest) : dropped;
  kernel::RunOptions options;
  options.threads = how.threads;
  auto const make = how.threads > 1 || how.is_parallel ? kernel::make_parallel : kernel::make_sequential;
  auto const executor = make(world->model, sink, options);
  Measurement result;
  auto const before = std::chrono::steady_clock::now();
  result.report = executor->run_until(guest.end);
  result.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
  result.observations = dropped.count;
  result.digest = how.has_digest ? text(digest.value()) : hexadecimal(world->checksum());
  result.memory_mib = memory_mib();
  return result;
}

void print(Measurement const& m, bool as_json) {
  auto const events = static_cast<unsigned long long>(m.report.events);
  auto const windows = static_cast<unsigned long long>(m.report.windows);
  auto const observations = static_cast<unsigned long long>(m.observations);
  double const per_s = static_cast<double>(events) / m.wall_s;
  double const per_window = windows == 0 ? 0 : static_cast<double>(events) / static_cast<double>(windows);
  char const* const format =
      as_json ? "{\"wall_s\": %.4f, \"events\": %llu, \"events_per_s\": %.0f, \"windows\": %llu, "
                "\"events_per_window\": %.1f, \"largest_partition_share\": %.4f, \"observations\": %llu, "
                "\"memory_mib\": %.1f, \"digest\": \"%s\"}\n"
              : "wall_s %.4f  events %llu  events_per_s %.0f  windows %llu  events_per_window %.1f  "
                "largest_partition_share %.4f  observations %llu  memory_mib %.1f  digest %s\n";
  std::printf(format, m.wall_s, events, per_s, windows, per_window, m.report.largest_partition_share, observations,
              m.memory_mib, m.digest.c_str());
}

}  // namespace shudao::bench

#pragma once
/// Models that use the kernel only, as if written outside of it.
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sim/kernel/kernel.h"

namespace shudao::kernel::test {

/// A model with the states of its processes.
struct World {
  virtual ~World() = default;
  Model model;
};

struct Guest {
  std::string name;
  SimTime end;
  std::function<std::unique_ptr<World>()> make;  ///< A fresh one for every run.
};

/// `lps` processes with `start` events each. An event at one of them sends one on, after `lookahead` plus an
/// exponential time of mean `mean`: with probability `remote` to any process, else to itself.
struct PholdShape {
  std::uint32_t lps = 64;
  int start = 4;
  double remote = 0.5;
  Duration lookahead = Duration::from_ms(100);
  Duration mean = Duration::from_ms(1000);
};
Guest phold(PholdShape, SimTime end);
/// One source with Poisson arrivals, one exponential server (mean 1 s), first come, first served. Every served customer
/// is observed with its wait in the queue (kQueueWait, Duration).
inline constexpr std::uint32_t kQueueWait = 7;
Guest single_server_queue(double utilisation, SimTime end);
/// Everything happens at whole seconds: chains without delay inside neighbourhoods, and exactly one second between.
Guest all_ties(SimTime end);
/// Tokens go round a ring, some as fast as its lookahead of 1 ms allows.
Guest ring(SimTime end);
/// A hub that calls its rays, each at a distance of its own; some rays answer at once, some wait for a second call.
Guest star(SimTime end);

/// Pairs that never meet other pairs and call each other every millisecond, the first the last, so that the order of
/// events is not that of observations. Lanes are cut off only by what one window may hold.
Guest crowd(SimTime end);

/// All of them, sized for many runs.
std::vector<Guest> all_guests();

std::string padded_name(char const* prefix, std::size_t number);  ///< "prefix000042": order of names = of numbers.

}  // namespace shudao::kernel::test

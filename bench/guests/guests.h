#pragma once
/// All guests. Each lies in its own source file and gives a sample of itself, sized for many runs; a source file that
/// CMake does not know by `shudao_guest` is found by a test.
#include <vector>

#include "bench/guests/common/world.h"

namespace shudao::kernel::guests {

/// `lps` processes with `start` events each. An event at one of them sends one on, after `lookahead` plus an
/// exponential time of mean `mean`: with probability `remote` to any process, else to itself. (Fujimoto 1990)
struct PholdShape {
  std::uint32_t lps = 64;
  int start = 4;
  double remote = 0.5;
  Duration lookahead = Duration::from_ms(100);
  Duration mean = Duration::from_ms(1000);
  DrawsFrom draws = DrawsFrom::philox;
  bool observes = true;  ///< Every event makes one observation.
};
Guest phold(PholdShape, SimTime end);

/// One source with Poisson arrivals, one exponential server (mean 1 s), first come, first served. Every served customer
/// is observed with its wait in the queue (kQueueWait, Duration).
inline constexpr std::uint32_t kQueueWait = 7;
Guest single_server_queue(double utilisation, SimTime end);

/// `stations` exponential servers in a row, Poisson arrivals at the first. A station knows on an arrival when it will
/// have served that customer (Lindley 1952) and sends it on to arrive then: one event for every arrival from outside
/// and one for every service, as in a loop without an engine. With one station: M/M/1.
struct TandemShape {
  std::uint32_t stations = 10;
  std::uint64_t customers = UINT64_MAX;
  double utilisation = 0.8;
  Duration mean_service = Duration::from_s(1);
  DrawsFrom draws = DrawsFrom::philox;
  bool observes = true;  ///< Every customer that leaves is observed with its time in the system (kSojourn, Duration).
};
inline constexpr std::uint32_t kSojourn = 8;
Guest tandem(TandemShape, SimTime end);

/// A closed network of exponential first-come-first-served stations: a central one, and others that a customer goes to
/// with the given probabilities and comes back from. Every arrival at the centre is observed (kCycle).
struct ClosedShape {
  std::uint32_t customers = 8;
  std::vector<double> mean_s = {10, 16, 30, 45};      ///< Of a service; the centre first.
  std::vector<double> probability = {0.5, 0.3, 0.2};  ///< Of the stations after the centre.
};
inline constexpr std::uint32_t kCycle = 9;
inline constexpr Duration kClosedWay = Duration::from_ms(1);  ///< Between two stations.
Guest closed_network(ClosedShape const&, SimTime end);

/// Everything happens at whole seconds: chains without delay inside neighbourhoods, and exactly one second between.
Guest all_ties(SimTime end);
/// Tokens go round a ring, some as fast as its lookahead of 1 ms allows.
Guest ring(SimTime end);
/// A hub that calls its rays, each at a distance of its own; some rays answer at once, some wait for a second call.
Guest star(SimTime end);
/// Pairs that never meet other pairs and call each other every millisecond, the first the last, so that the order of
/// events is not that of observations. Lanes are cut off only by what one window may hold.
Guest crowd(SimTime end);

/// A country made up by dice: `nodes` places with five ways out each, four to near places and one to a hub, with
/// lookaheads of hours; consignments that wait for the departure at the next full hour.
struct NationalShape {
  std::uint32_t nodes = 2000;
  std::uint32_t consignments_per_node = 10;
  DrawsFrom draws = DrawsFrom::philox;
  bool observes = true;  ///< Every arrival makes one observation.
};
Guest national(NationalShape, SimTime end);

/// A sample of every guest.
std::vector<Guest> all_guests();
/// The names of their source files, without folder and ending.
std::vector<std::string> guest_sources();

}  // namespace shudao::kernel::guests

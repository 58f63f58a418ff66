#pragma once
#include <array>
#include <cstdint>

#include "sim/base/name_hash.h"

namespace shudao {

/// What a draw is for. Values are part of the contract of reproducibility: append, never renumber.
enum class Purpose : std::uint32_t {
  arrival = 1,
  lot_size = 2,
  thinning = 3,
  firm_class = 4,
  step_happens = 5,
  step_duration = 6,
  step_repeats = 7,
  running_time = 8,
  route_choice = 9,
  resampling = 10,      ///< Of replications, in statistics.
  design_of_runs = 11,  ///< Which inputs are varied in which run.
  guest = 100,  ///< For models in tests and benchmarks.
};

/// The experiment that all draws of one run belong to.
struct RandomSeed {
  std::uint64_t seed = 0;
  std::uint32_t replication = 0;
};

/// A stream of draws that is a pure function of (seed, replication, purpose, name, index): no state is shared, so
/// adding a thing moves nobody else's luck. Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as
/// 1, 2, 3", SC'11), from Random123; all four words of a block are used.
/// Philox key = seed; counter = (name: 64 bits, replication × 2^10 + purpose: 32 bits, block: 32 bits), where an index
/// other than 0 is hashed into the name. Replications are numbered below 2^22.
class RandomStream {
 public:
  RandomStream(RandomSeed, Purpose, NameHash of, std::uint32_t index = 0);

  std::uint32_t bits32();
  std::uint64_t bits64();
  /// Uniform on the 2^52 odd multiples of 2^-53: symmetric about ½, never 0, never 1.
  double uniform();
  /// Uniform on {0, …, n−1}, exact (rejection); n > 0.
  std::uint32_t below(std::uint32_t n);

 private:
  void refill();
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> block_{};
  unsigned used_ = 4;
};

}  // namespace shudao

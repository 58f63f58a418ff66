#pragma once
/// Runs a guest on every executor and compares: the one way in which a guest is run for equality.
#include <string>
#include <vector>

#include "bench/guests/guests.h"
#include "sim/base/digest.h"

namespace shudao::kernel::test {

using namespace guests;

struct Outcome {
  Fingerprint digest;
  std::uint64_t observations = 0;
  std::uint64_t events = 0;
  std::string error;  ///< What the run threw, if it did.
  friend bool operator==(Outcome const&, Outcome const&) = default;
};

struct HowToRun {
  bool is_parallel = false;
  RunOptions options;
  std::vector<SimTime> cuts;  ///< Where the run is cut into pieces, ascending.
};

Outcome run(Guest const&, HowToRun const&);
Outcome run_sequentially(Guest const&);

/// Checks that sequential and parallel runs on 1, 2, 3, 4 and 8 threads, whole and cut, with lanes as planned and
/// `random_partitions` times at random, all end with the same outcome. An error counts as an outcome, its events not.
void run_everywhere(Guest const&, int random_partitions, RunOptions const& = {});

}  // namespace shudao::kernel::test

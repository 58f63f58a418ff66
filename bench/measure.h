#pragma once
/// Runs a guest and takes its time.
#include <string>

#include "bench/guests/guests.h"

namespace shudao::bench {

struct HowToRun {
  int threads = 1;           ///< 1: the sequential executor, unless `is_parallel`.
  bool is_parallel = false;  ///< The parallel executor on one thread, too.
  bool has_digest = false;   ///< Observations are hashed; otherwise they are dropped.
};

struct Measurement {
  kernel::RunReport report;
  double wall_s = 0;  ///< Of the run alone: the model and its first events were there before.
  std::uint64_t observations = 0;
  std::string digest;     ///< Of the observations in their order, or else of the states.
  double memory_mib = 0;  ///< The largest resident set of the program so far.
};

Measurement measure(kernel::guests::Guest const&, HowToRun const&);

/// One line for people, or one JSON object.
void print(Measurement const&, bool as_json);

}  // namespace shudao::bench

#pragma once
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/base/random.h"

namespace shudao::experiment {

/// Draws for synthetic experiments whose truth is known.
class Draws {
 public:
  explicit Draws(std::uint32_t experiment) : stream_{{20261123, experiment}, Purpose::guest, name_hash("synthetic")} {}
  double uniform() { return stream_.uniform(); }
  /// Standard normal (Box and Muller).
  double normal();
  double exponential() { return -std::log(stream_.uniform()); }

 private:
  RandomStream stream_;
};

inline constexpr int kExperiments = 10'000;

/// The share of 10,000 independent experiments in which something holds.
double share_of_experiments(std::function<bool(Draws&)> const& holds);

/// 4.9 standard errors of a share of 10,000: a two-sided false alarm of 1e-6.
inline double slack(double share) { return 4.9 * std::sqrt(share * (1 - share) / kExperiments); }

}  // namespace shudao::experiment

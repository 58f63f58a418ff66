#pragma once
#include "scenarios/validation.h"
#include "sim/experiment/durations.h"
#include "sim/experiment/minute_counts.h"

namespace shudao::experiment {

/// Durations of one replication and any statistic of them, in hours. The order in which they are added counts in the
/// last bits of the standard deviation only.
class Spread {
 public:
  explicit Spread(scenarios::Statistic wanted) : wanted_{wanted} {}
  void add(Duration);
  /// Unobserved where nothing was added.
  [[nodiscard]] Measure measure() const;

 private:
  scenarios::Statistic wanted_;
  Durations durations_;
  MinuteCounts minutes_;  ///< Filled for quantiles only.
};

}  // namespace shudao::experiment

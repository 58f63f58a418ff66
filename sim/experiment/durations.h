#pragma once
#include "sim/base/time.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// Durations of one replication, summed up as they come; none is kept. The order in which they are added counts in the
/// last bits of the standard deviation only.
class Durations {
 public:
  void add(Duration);
  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] std::int64_t sum_ms() const { return sum_ms_; }
  /// Of the sample, in hours; unobserved from fewer than two.
  [[nodiscard]] Measure standard_deviation() const;

 private:
  std::int64_t count_ = 0, sum_ms_ = 0;
  double mean_h_ = 0, squares_ = 0;  ///< Welford, Technometrics 1962.
};

}  // namespace shudao::experiment

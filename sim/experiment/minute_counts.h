#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "sim/base/time.h"

namespace shudao::experiment {

/// How many durations fell into each minute: quantiles of any number of values in memory that depends on how far apart
/// they are, not on how many. A duration counts for the nearest minute (halves up), so a quantile is off by at most
/// 30 s.
class MinuteCounts {
 public:
  void add(Duration);
  [[nodiscard]] std::int64_t count() const { return count_; }
  /// The smallest minute that at least `percent` % of the values do not exceed (Hyndman & Fan 1996, definition 1);
  /// 1 ≤ percent ≤ 100; 0 of an empty count. In hours.
  [[nodiscard]] double quantile_h(int percent) const;
  /// The least value, and the quantiles of 1, 2, … 100 %, all at once; 101 zeros of an empty count.
  [[nodiscard]] std::vector<double> quantiles_h() const;

 private:
  static constexpr std::int64_t kBlock = 64;                          ///< Minutes side by side.
  std::map<std::int64_t, std::array<std::uint32_t, kBlock>> blocks_;  ///< By first minute.
  std::int64_t count_ = 0;
};

}  // namespace shudao::experiment

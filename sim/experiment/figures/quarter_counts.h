#pragma once
#include <cstdint>
#include <vector>

namespace shudao::experiment {

/// How many durations fell into each quarter of an hour, counted for the nearest one (halves up): as MinuteCounts, for
/// many at once. Memory goes with how far apart the values are.
class QuarterCounts {
 public:
  void add(std::int64_t ms);
  [[nodiscard]] std::int64_t count() const { return count_; }
  /// As MinuteCounts::quantile_h.
  [[nodiscard]] double quantile_h(int percent) const;

 private:
  std::int64_t first_ = 0;  ///< The quarter that the first count is for.
  std::vector<std::uint32_t> counts_;
  std::int64_t count_ = 0;
};

}  // namespace shudao::experiment

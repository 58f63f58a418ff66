#pragma once
#include <cstdint>
#include <vector>

namespace shudao::experiment {

/// The integral of a level that goes up and down, bin by bin of equal length: each change costs the same, however long
/// it holds. Changes may come in any order.
class LevelBins {
 public:
  /// bin_ms > 0. What happens before `start_ms` counts from there on; what happens after the last bin is left out.
  LevelBins(std::int64_t start_ms, std::int64_t bin_ms, std::size_t bins)
      : start_ms_{start_ms}, bin_ms_{bin_ms}, change_(bins), partial_(bins) {}

  /// From `at_ms` on, the level is higher by `by`.
  void add(std::int64_t at_ms, std::int64_t by) {
    std::int64_t const since = at_ms > start_ms_ ? at_ms - start_ms_ : 0;
    auto const bin = static_cast<std::size_t>(since / bin_ms_);
    if (bin >= change_.size()) return;
    change_[bin] += by;
    partial_[bin] += by * (since - static_cast<std::int64_t>(bin) * bin_ms_);
  }
  /// Level × ms in each bin.
  [[nodiscard]] std::vector<std::int64_t> areas() const {
    std::vector<std::int64_t> areas;
    std::int64_t level = 0;
    for (std::size_t bin = 0; bin < change_.size(); ++bin) {
      level += change_[bin];
      areas.push_back(level * bin_ms_ - partial_[bin]);
    }
    return areas;
  }

 private:
  std::int64_t start_ms_, bin_ms_;
  std::vector<std::int64_t> change_;   ///< Of the level, inside the bin.
  std::vector<std::int64_t> partial_;  ///< What the changes inside the bin lack of holding for all of it.
};

}  // namespace shudao::experiment

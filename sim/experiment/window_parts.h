#pragma once
#include <array>
#include <cstdint>

#include "scenarios/scenario.h"

namespace shudao::experiment {

inline constexpr std::size_t kWindowParts = 8;
/// Something summed up in each part of the window.
using OverWindow = std::array<std::int64_t, kWindowParts>;

/// The window of a run in eight parts of whole weeks, as equal as they can be; of equal length where it has fewer than
/// eight weeks. Two parts are a quarter.
class WindowParts {
 public:
  explicit WindowParts(scenarios::Scenario const&);
  /// The part that a moment of the window lies in.
  [[nodiscard]] std::size_t at(std::int64_t ms) const;
  [[nodiscard]] bool contains(std::int64_t ms) const { return ms >= bounds_.front() && ms < bounds_.back(); }
  /// Adds `amount` for each millisecond of [from, to) to the parts that it falls into.
  void add(OverWindow&, std::int64_t from_ms, std::int64_t to_ms, std::int64_t amount = 1) const;
  [[nodiscard]] std::int64_t length_ms(std::size_t part) const { return bounds_[part + 1] - bounds_[part]; }

 private:
  std::array<std::int64_t, kWindowParts + 1> bounds_{};
};

/// The mean over time in one quarter (0 … 3) of what was added up by `add`.
double quarter_mean(WindowParts const&, OverWindow const&, std::size_t quarter);
/// The sum of one quarter.
std::int64_t quarter_sum(OverWindow const&, std::size_t quarter);

}  // namespace shudao::experiment

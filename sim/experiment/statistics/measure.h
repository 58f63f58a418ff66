#pragma once
#include <array>
#include <cstdint>
#include <optional>

namespace shudao::experiment {

/// The one shape of every number that leaves the program: estimate, 95 % interval over replications, number of
/// observations behind it (replications for intervals; 0 for a planning figure that was computed, not simulated).
struct Measure {
  double value = 0;
  std::optional<std::array<double, 2>> ci95;
  std::int64_t n = 0;

  /// Half of the width of the interval; none without an interval.
  [[nodiscard]] std::optional<double> half_width() const {
    return ci95 ? std::optional{((*ci95)[1] - (*ci95)[0]) / 2} : std::nullopt;
  }
};

}  // namespace shudao::experiment

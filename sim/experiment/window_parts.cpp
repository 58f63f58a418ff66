#include "sim/experiment/window_parts.h"

#include <algorithm>

namespace shudao::experiment {

WindowParts::WindowParts(scenarios::Scenario const& scenario) {
  std::int64_t const start = scenario.window_start().ms(), week = Duration::from_days(7).ms();
  std::int64_t const length = scenario.window.ms(), weeks = length / week;
  auto const parts = static_cast<std::int64_t>(kWindowParts);
  for (std::int64_t i = 0; i <= parts; ++i) {
    bool const is_by_week = weeks >= parts;
    bounds_[static_cast<std::size_t>(i)] = start + (is_by_week ? i * weeks / parts * week : i * length / parts);
  }
  bounds_.back() = scenario.horizon().ms();
}

std::size_t WindowParts::at(std::int64_t ms) const {
  auto const after = std::upper_bound(bounds_.begin() + 1, bounds_.end() - 1, ms);
  return static_cast<std::size_t>(after - bounds_.begin()) - 1;
}

void WindowParts::add(OverWindow& sums, std::int64_t from_ms, std::int64_t to_ms, std::int64_t amount) const {
  std::int64_t from = std::max(from_ms, bounds_.front());
  std::int64_t const to = std::min(to_ms, bounds_.back());
  for (std::size_t part = from < to ? at(from) : kWindowParts; from < to; ++part) {
    std::int64_t const until = std::min(to, bounds_[part + 1]);
    sums[part] += (until - from) * amount;
    from = until;
  }
}

double quarter_mean(WindowParts const& parts, OverWindow const& sums, std::size_t quarter) {
  std::int64_t const ms = parts.length_ms(2 * quarter) + parts.length_ms(2 * quarter + 1);
  return ms > 0 ? static_cast<double>(quarter_sum(sums, quarter)) / static_cast<double>(ms) : 0.0;
}

std::int64_t quarter_sum(OverWindow const& sums, std::size_t quarter) {
  return sums[2 * quarter] + sums[2 * quarter + 1];
}

}  // namespace shudao::experiment

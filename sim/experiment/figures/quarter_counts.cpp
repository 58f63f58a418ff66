#include "sim/experiment/figures/quarter_counts.h"

namespace shudao::experiment {
namespace {

constexpr std::int64_t kQuarterMs = 900'000;

}  // namespace

void QuarterCounts::add(std::int64_t ms) {
  std::int64_t const quarter = (ms + kQuarterMs / 2) / kQuarterMs;
  if (counts_.empty()) first_ = quarter;
  if (quarter < first_) {
    counts_.insert(counts_.begin(), static_cast<std::size_t>(first_ - quarter), 0);
    first_ = quarter;
  }
  auto const place = static_cast<std::size_t>(quarter - first_);
  if (place >= counts_.size()) counts_.resize(place + 1);
  ++counts_[place];
  ++count_;
}

double QuarterCounts::quantile_h(int percent) const {
  std::int64_t const rank = (count_ * percent + 99) / 100;
  std::int64_t seen = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    seen += counts_[i];
    if (seen >= rank) return static_cast<double>(first_ + static_cast<std::int64_t>(i)) / 4.0;
  }
  return 0;
}

}  // namespace shudao::experiment

#include "sim/experiment/minute_counts.h"

namespace shudao::experiment {

void MinuteCounts::add(Duration duration) {
  ++minutes_[(duration.ms() + 30'000) / 60'000];
  ++count_;
}

double MinuteCounts::quantile_h(int percent) const {
  std::int64_t const rank = (count_ * percent + 99) / 100;
  std::int64_t seen = 0;
  for (auto const& [minute, count] : minutes_) {
    seen += count;
    if (seen >= rank) return static_cast<double>(minute) / 60.0;
  }
  return 0;
}

}  // namespace shudao::experiment

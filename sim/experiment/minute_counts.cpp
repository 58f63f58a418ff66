#include "sim/experiment/minute_counts.h"

namespace shudao::experiment {

void MinuteCounts::add(Duration duration) {
  std::int64_t const minute = (duration.ms() + 30'000) / 60'000;
  std::int64_t const place = ((minute % kBlock) + kBlock) % kBlock;
  ++blocks_[minute - place][static_cast<std::size_t>(place)];
  ++count_;
}

double MinuteCounts::quantile_h(int percent) const {
  std::int64_t const rank = (count_ * percent + 99) / 100;
  std::int64_t seen = 0;
  for (auto const& [first, counts] : blocks_) {
    std::int64_t minute = first;
    for (std::uint32_t const count : counts) {
      seen += count;
      if (seen >= rank) return static_cast<double>(minute) / 60.0;
      ++minute;
    }
  }
  return 0;
}

}  // namespace shudao::experiment

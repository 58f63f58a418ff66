#include "sim/experiment/minute_counts.h"

#include <algorithm>
#include <iterator>

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

std::vector<double> MinuteCounts::quantiles_h() const {
  std::vector<double> quantiles;
  std::int64_t seen = 0;
  for (auto const& [first, counts] : blocks_) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      seen += counts[i];
      auto const rank = [&] { return std::max<std::int64_t>(1, (count_ * std::ssize(quantiles) + 99) / 100); };
      while (quantiles.size() <= 100 && seen >= rank()) {
        quantiles.push_back(static_cast<double>(first + static_cast<std::int64_t>(i)) / 60.0);
      }
    }
  }
  quantiles.resize(101);
  return quantiles;
}

}  // namespace shudao::experiment

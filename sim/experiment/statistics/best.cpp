#include "sim/experiment/statistics/best.h"

#include <algorithm>

#include "sim/base/random.h"

namespace shudao::experiment {
namespace {

constexpr int kSamples = 4'000;

/// The sums of all options over replications drawn with replacement. Differences from the first option are summed, so
/// that options equal in every replication tie exactly.
std::vector<double> resampled(std::vector<std::vector<double>> const& values, RandomStream& draws) {
  auto const n = static_cast<std::uint32_t>(values.front().size());
  std::vector<double> sums(values.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    std::uint32_t const replication = draws.below(n);
    for (std::size_t option = 0; option < values.size(); ++option) {
      sums[option] += values[option][replication] - values.front()[replication];
    }
  }
  return sums;
}

}  // namespace

std::vector<double> probability_of_being_best(std::vector<std::vector<double>> const& values, Better better,
                                              std::uint64_t seed) {
  RandomStream draws{{seed, 0}, Purpose::resampling, name_hash("probability of being best")};
  std::vector<double> won(values.size());
  for (int sample = 0; sample < kSamples; ++sample) {
    std::vector<double> const sums = resampled(values, draws);
    auto const [least, most] = std::minmax_element(sums.begin(), sums.end());
    double const best = better == Better::smaller ? *least : *most;
    auto const ties = static_cast<double>(std::count(sums.begin(), sums.end(), best));
    for (std::size_t option = 0; option < sums.size(); ++option) {
      if (sums[option] == best) won[option] += 1 / ties;
    }
  }
  for (double& share : won) share /= kSamples;
  return won;
}

}  // namespace shudao::experiment

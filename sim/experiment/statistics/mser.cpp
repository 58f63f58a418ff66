#include "sim/experiment/statistics/mser.h"

#include <vector>

namespace shudao::experiment {
namespace {

constexpr std::size_t kBatch = 5;

std::vector<double> batch_means(std::span<double const> observations) {
  std::vector<double> means(observations.size() / kBatch);
  for (std::size_t i = 0; i < means.size() * kBatch; ++i) means[i / kBatch] += observations[i] / kBatch;
  return means;
}

}  // namespace

std::optional<std::size_t> mser5(std::span<double const> observations) {
  std::vector<double> const means = batch_means(observations);
  if (means.size() < 4) return std::nullopt;
  // From the back, so that mean and squared deviations of every tail come by Welford's update.
  std::size_t best = means.size() - 1;
  double least = 0, mean = 0, squares = 0;
  for (std::size_t i = means.size(); i-- > 0;) {
    auto const n = static_cast<double>(means.size() - i);
    double const from_mean = means[i] - mean;
    mean += from_mean / n;
    squares += from_mean * (means[i] - mean);
    double const error = squares / (n * n);
    // The last few make a small error by chance (Hoad, Robinson and Davies, JORS 61, 2010).
    if (means.size() - i < kBatch) continue;
    if (means.size() - i == kBatch || error <= least) {
      least = error;
      best = i;
    }
  }
  if (best > means.size() / 2) return std::nullopt;
  return best * kBatch;
}

}  // namespace shudao::experiment

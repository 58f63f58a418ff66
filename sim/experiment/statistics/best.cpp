#include "sim/experiment/statistics/best.h"

#include <algorithm>

#include "sim/base/random.h"

namespace shudao::experiment {
namespace {

constexpr std::size_t kSamples = 4'000;

/// Differences from the first option, so that options equal in every replication tie exactly.
std::vector<std::vector<double>> beyond_first(std::vector<std::vector<double>> const& values) {
  std::vector<std::vector<double>> differences = values;
  for (auto& option : differences) {
    for (std::size_t i = 0; i < option.size(); ++i) option[i] -= values.front()[i];
  }
  return differences;
}

}  // namespace

Resamples::Resamples(std::size_t replications, std::uint64_t seed)
    : replications_{replications}, counts_(kSamples * replications) {
  RandomStream draws{{seed, 0}, Purpose::resampling, name_hash("probability of being best")};
  for (std::size_t sample = 0; sample < kSamples; ++sample) {
    for (std::size_t i = 0; i < replications; ++i)
      ++counts_[sample * replications + draws.below(static_cast<std::uint32_t>(replications))];
  }
}

std::vector<double> Resamples::probability_of_being_best(std::vector<std::vector<double>> const& values,
                                                         Better better) const {
  auto const differences = beyond_first(values);
  std::vector<std::vector<int>> won(values.size(), std::vector<int>(values.size() + 1));  // By how many shared it.
  std::vector<double> sums(values.size());
  for (std::size_t sample = 0; sample < kSamples; ++sample) {
    std::uint16_t const* const counts = counts_.data() + sample * replications_;
    for (std::size_t option = 0; option < sums.size(); ++option) {
      double sum = 0;
      for (std::size_t i = 0; i < replications_; ++i) sum += counts[i] * differences[option][i];
      sums[option] = sum;
    }
    auto const [least, most] = std::minmax_element(sums.begin(), sums.end());
    double const best = better == Better::smaller ? *least : *most;
    auto const ties = static_cast<std::size_t>(std::count(sums.begin(), sums.end(), best));
    for (std::size_t option = 0; option < sums.size(); ++option) won[option][ties] += sums[option] == best ? 1 : 0;
  }
  std::vector<double> shares(values.size());
  for (std::size_t option = 0; option < shares.size(); ++option) {
    for (std::size_t ties = 1; ties <= shares.size(); ++ties)
      shares[option] += static_cast<double>(won[option][ties]) / static_cast<double>(ties * kSamples);
  }
  return shares;
}

std::vector<double> probability_of_being_best(std::vector<std::vector<double>> const& values, Better better,
                                              std::uint64_t seed) {
  return Resamples{values.front().size(), seed}.probability_of_being_best(values, better);
}

}  // namespace shudao::experiment

#pragma once
#include <cstdint>
#include <vector>

namespace shudao::experiment {

enum class Better : std::uint8_t { smaller, larger };

/// Bootstrap samples of replications (Efron, Annals of Statistics 7, 1979), drawn once and used for any number of
/// measures: 4,000 samples, each as large as the number of replications (1 … 65,535), drawn by `seed`.
class Resamples {
 public:
  Resamples(std::size_t replications, std::uint64_t seed);

  /// The probability of each option to have the best mean: the share of samples in which it has. The options of a
  /// replication stay together, so that what they share by common random numbers counts. Options that tie in a sample
  /// share it. `values[option][replication]`, at least one option; all with the number of replications.
  [[nodiscard]] std::vector<double> probability_of_being_best(std::vector<std::vector<double>> const& values,
                                                              Better) const;

 private:
  std::size_t replications_;
  std::vector<std::uint16_t> counts_;  ///< How often each replication is in each sample, sample by sample.
};

/// The same for one measure.
std::vector<double> probability_of_being_best(std::vector<std::vector<double>> const& values, Better,
                                              std::uint64_t seed);

}  // namespace shudao::experiment

#pragma once
#include <cstdint>
#include <vector>

namespace shudao::experiment {

enum class Better : std::uint8_t { smaller, larger };

/// The probability of each option to have the best mean: the share of bootstrap samples of the replications in which it
/// has (Efron, Annals of Statistics 7, 1979; 4,000 samples, drawn by `seed`). The options of a replication stay
/// together, so that what they share by common random numbers counts. Options that tie in a sample share it.
/// `values[option][replication]`, at least one option; all with the same number, ≥ 1, of replications.
std::vector<double> probability_of_being_best(std::vector<std::vector<double>> const& values, Better,
                                              std::uint64_t seed);

}  // namespace shudao::experiment

#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace shudao::experiment {

/// The fully sequential indifference-zone procedure KN of Kim and Nelson ("A fully sequential procedure for
/// indifference-zone selection in simulation", ACM TOMACS 11(3), 2001; c = 1). With normal replications, dependent
/// between options or not, the option with the largest mean is chosen with at least the stated confidence whenever its
/// mean is larger than all others by the indifference or more. To look for the smallest mean, add negated values.
class KimNelson {
 public:
  /// options ≥ 2; indifference > 0 in the unit of the values; 1/options < confidence < 1; first_stage ≥ 2
  /// replications before anything is left out (10 or more is usual).
  KimNelson(std::size_t options, double indifference, double confidence, int first_stage = 10);

  /// The options still in contention, ascending.
  [[nodiscard]] std::vector<std::size_t> const& contenders() const { return contenders_; }
  /// One more replication: the value of each contender, in their order.
  void add(std::span<double const> values);
  [[nodiscard]] bool is_decided() const { return contenders_.size() == 1; }
  /// The contender with the largest mean so far; the first of equals. At least one replication.
  [[nodiscard]] std::size_t best() const;
  [[nodiscard]] int replications() const { return replications_; }

 private:
  [[nodiscard]] double variance_of_difference(std::size_t a, std::size_t b) const;
  void measure_differences();
  void screen();
  [[nodiscard]] bool is_beaten(std::size_t option) const;

  double indifference_;
  int first_stage_, replications_ = 0;
  double h_squared_;
  std::vector<std::size_t> contenders_;
  std::vector<double> sums_;
  std::vector<std::vector<double>> first_rows_;   ///< Of the first stage, by option.
  std::vector<std::vector<double>> differences_;  ///< Sample variances of differences, by both options.
};

}  // namespace shudao::experiment

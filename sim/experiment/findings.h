#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

/// What a paired comparison of one measure comes to.
enum class Finding : std::uint8_t {
  lower,
  higher,
  not_proven,
  equal,          ///< In every replication.
  unobserved,     ///< In one of the two, or both, nothing of the kind happened.
  not_comparable  ///< Other demand, another horizon, or consignments that are still under way.
};
char const* name_of(Finding);

/// A finding is proven if its adjusted p value is below this.
inline constexpr double kProven = 0.05;

/// One headline measure of one corridor in an alternative beside the base.
struct MeasureComparison {
  std::string scenario;  ///< Of the alternative.
  std::string corridor, measure;
  Measure base, value, difference;  ///< Of the whole cohorts; the difference paired by replication.
  double p = 1;                     ///< Two-sided, of no difference; 1 below three replications.
  double adjusted_p = 1;            ///< For all comparisons of the study (Holm).
  double correlation = 0;           ///< Of base and alternative over replications: what common random numbers bring.
  Finding finding = Finding::unobserved;
  bool is_too_many = false;      ///< The interval alone excludes 0, but among so many comparisons that proves nothing.
  bool is_badly_paired = false;  ///< Both vary, and the correlation is not positive: pairing does not help here.
  scenarios::Text sentence;
};

/// All options beside each other in one measure of one corridor; the first option is the base.
struct Ranking {
  std::string corridor, measure;
  std::vector<std::string> options;  ///< Scenarios that can be compared.
  std::vector<double> p_best;        ///< By option: the probability that its mean is the best; empty below three
                                     ///< replications.
  /// The best option with all from which it is not proven to differ, then the same of the rest.
  std::vector<std::vector<std::string>> groups;
};

/// An option that is in no headline measure of any corridor better than another, but proven worse in one at least; in
/// all others it is proven worse or exactly equal.
struct Dominated {
  std::string option, by;
};

}  // namespace shudao::experiment

#pragma once
#include <vector>

#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

/// Two worlds in the same replications, with the same draws.
struct PairedTest {
  Measure base, alternative;  ///< Over the replications in which both were observed.
  Measure difference;         ///< Alternative − base, paired, with the interval of Student's t.
  /// Two-sided, of no difference, to nine decimals; 1 where no replication differs or there are fewer than three, and
  /// 2^(1 − n), that of the sign test, where all n replications differ by the same.
  double p = 1;
  bool is_exactly_equal = false;  ///< No replication differs by more than rounding.
};

/// Values by replication, of which those with n = 0 were not observed. Both sides have the same replications in the
/// same order.
PairedTest paired_test(std::vector<Measure> const& base, std::vector<Measure> const& alternative);

/// Adjusted p values: an effect below 0.05 is proven although several were looked for, the chance of any false alarm
/// among them being at most 5 %. Source: S. Holm, "A simple sequentially rejective multiple test procedure",
/// Scandinavian Journal of Statistics 6 (1979), 65–70.
std::vector<double> holm_adjusted(std::vector<double> const& p);

/// P(|T| ≥ |t|) of Student's t distribution with that many degrees of freedom (≥ 1), to nine decimals: rounded so that
/// the last bits of the mathematical library do not reach a result.
double two_sided_p(double t, int degrees_of_freedom);

}  // namespace shudao::experiment

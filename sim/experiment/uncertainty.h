#pragma once
#include "sim/experiment/screening.h"
#include "sim/experiment/statistics/sobol.h"

namespace shudao::experiment {

/// What Morris' screening found of one input; per range, in the unit of the figure.
struct MorrisOf {
  std::size_t input = 0;
  MorrisEffect effect;
};

/// An input, or all remaining ones of a grade together.
struct Factor {
  std::vector<std::size_t> inputs;
  char grade = ' ';
  bool is_rest = false;
  SobolIndex index;
};

/// Of the variance of the result, the mean over the replications.
struct VarianceShare {
  std::string of;      ///< "A" … "D", "none" for inputs without a grade, "noise".
  double percent = 0;  ///< In tenths; all together exactly 100.
};

/// Where the doubt about one quantity comes from.
struct Doubt {
  std::vector<MorrisOf> morris;    ///< The largest influence first.
  std::vector<Factor> factors;     ///< The largest total first.
  bool is_known = false;           ///< Enough draws gave a figure; otherwise what follows says nothing.
  bool is_ignorance_seen = false;  ///< What the inputs do can be told from luck (F test, 5 %).
  double ignorance = 0;  ///< Variance of the expected figure over the inputs in their ranges; 0 where it is not seen.
  double noise = 0;      ///< Variance of one replication with the inputs given.
  std::int64_t replications = 1;  ///< Of the result: its noise is `noise` ÷ replications.
  std::vector<VarianceShare> shares;
  Measure over_ranges;  ///< Mean over the ranges; the interval is that of the inputs, from 2.5 to 97.5 %, of 16 rows or
                        ///< more.
  double reversed_share = 0;  ///< Of the drawn inputs, how many turn the sign of the figure stated.
};

struct Uncertainty {
  std::vector<Doubt> doubts;  ///< By quantity.
  std::size_t varied = 0;     ///< Inputs that were drawn.
  std::size_t held = 0;       ///< Others, stated because the worlds refuse their values together.
  int trajectories = 0;
  std::size_t rows = 0;       ///< Of Sobol's design, and of the outer level.
  std::size_t rows_lost = 0;  ///< For worlds that refused, or that did not observe the figure.
  bool cancelled = false;
};

/// Morris' screening of the strongest inputs; Sobol indices of the `top` and of the rest by grade, with the same draws
/// in every point; and two levels of Monte Carlo: outside inputs drawn evenly in their ranges, inside the same
/// replications in every row. The share of a factor in the ignorance is half of its first index and half of its total,
/// which is its Shapley effect as long as no more than two factors act together (Owen, SIAM/ASA J. Uncertainty
/// Quantification 2, 2014).
Uncertainty uncertainty(Varying&, Screening const&, std::size_t top, std::int64_t replications, std::int64_t most_runs);

}  // namespace shudao::experiment

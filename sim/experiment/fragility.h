#pragma once
#include "sim/experiment/screening.h"
#include "sim/experiment/statistics/paired_test.h"

namespace shudao::experiment {

/// Two worlds, one of which has the smaller figure.
struct Conclusion {
  std::size_t smaller = 0, larger = 0;  ///< Worlds of the question.
  Measure difference;                   ///< Larger − smaller at the stated inputs, paired.
  double p = 1;                         ///< Adjusted for all pairs that were looked at (Holm).
  bool is_proven = false;               ///< p below 0.05.
};

/// What an input does to a proven conclusion inside its range.
struct Flip {
  std::size_t input = 0, conclusion = 0;
  bool is_reversed = false;  ///< The contrary is proven at that end of the range; otherwise nothing is proven any more.
  bool is_at_low = false;    ///< Which end.
  /// Reversed: where the mean difference is 0. Lost: the value, from the stated one on, where the proof is lost.
  double value = 0;
  double still = 0, no_longer = 0;  ///< Tried values between which it lies: the conclusion is proven, and it is not.
  Measure at_end;                   ///< The difference at the end of the range.
};

struct Fragility {
  std::vector<Conclusion> conclusions;
  std::vector<Flip> flips;   ///< Reversals first.
  std::size_t tried = 0;     ///< Inputs that were put to both ends in all replications.
  std::size_t left_out = 0;  ///< Inputs that might flip something and for which the budget did not last.
  std::size_t too_weak = 0;  ///< Inputs whose screened effect is less than a third of any conclusion's difference.
  std::int64_t replications = 0;
  bool cancelled = false;
};

/// Every alternative against the base, and the best against every other. A conclusion that the inputs as stated prove
/// is tried at both ends of the range of each input that could matter, the largest effects first: paired differences of
/// the same replications with the same draws, judged at an end exactly as in proving: all pairs together (Holm). What
/// an input leaves as it was to the last bit is left alone, whatever it does to other pairs. A reversal is called so
/// only if the contrary is proven with all ends that were tried taken into account besides (Bonferroni). Where a
/// conclusion flips, the value is found by bisection. A flip in the middle of a range, with the conclusion standing at
/// both ends, is not seen.
Fragility fragility(Varying&, Screening const&, std::int64_t replications, std::int64_t most_runs);

}  // namespace shudao::experiment

#pragma once
#include <span>

#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

/// When enough replications have been made: from the tenth on, as soon as the half-width of the 95 % interval is at
/// most the wanted share of the mean (Chow and Robbins, Annals of Mathematical Statistics 36, 1965). Stopping when the
/// interval happens to be narrow costs a little coverage: of nominal 95 % at least 92 % are kept from ten on.
struct PrecisionRule {
  static constexpr int kLeast = 10;
  double share = 0;  ///< > 0; 0.02 for "2 %".

  /// Whether this measure is known well enough. One that is exactly 0 without spread is; one without interval is not.
  [[nodiscard]] bool is_met(Measure const&) const;
  /// How many replications will be needed in all, if the spread stays as it is; `most` at the most.
  [[nodiscard]] int replications_needed(Measure const&, int most) const;
};

}  // namespace shudao::experiment

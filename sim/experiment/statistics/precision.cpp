#include "sim/experiment/statistics/precision.h"

#include <algorithm>
#include <cmath>

namespace shudao::experiment {

bool PrecisionRule::is_met(Measure const& measure) const {
  return measure.n >= kLeast && measure.ci95 && *measure.half_width() <= share * std::abs(measure.value);
}

int PrecisionRule::replications_needed(Measure const& measure, int most) const {
  if (is_met(measure)) return static_cast<int>(measure.n);
  if (!measure.ci95 || measure.n < kLeast) return std::min(kLeast, most);
  double const wanted = share * std::abs(measure.value);
  if (wanted == 0) return most;
  double const ratio = *measure.half_width() / wanted;
  double const needed = std::ceil(static_cast<double>(measure.n) * ratio * ratio);
  return needed < most ? std::max(static_cast<int>(needed), static_cast<int>(measure.n) + 1) : most;
}

}  // namespace shudao::experiment

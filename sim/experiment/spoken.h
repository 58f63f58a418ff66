#pragma once
#include <string>

#include "sim/experiment/results.h"

namespace shudao::experiment {

/// The unit and the digits that a figure and its interval are said in.
struct Spoken {
  double per_unit = 1.0;
  scenarios::Text unit;
  int decimals = 0;
};

/// As many digits as the interval supports, but two or three of the value.
Spoken spoken(Measure const&, double per_unit, scenarios::Text unit);

/// "12.3"; never "-0.0".
std::string number(double value, Spoken const&);

/// Whether there is an interval worth showing: from three replications on.
bool has_interval(Measure const&);

/// "（95% 置信区间 …）", " (95 % interval … to …, 20 replications)". As an amount, a difference below 0 has its signs
/// turned.
scenarios::Text interval_words(Measure const&, Spoken const&, bool as_amount);

}  // namespace shudao::experiment

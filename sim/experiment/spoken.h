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
/// The same of an amount above 0 that is known to be there: " 12.3", or that it is less than the last digit.
scenarios::Text amount_words(double value, Spoken const&);

/// Whether there is an interval worth showing: from three replications on.
bool has_interval(Measure const&);

/// "20 次仿真，每次 52 周", "20 replications of 52 weeks"; without weeks where they are 0.
scenarios::Text replication_words(std::int64_t replications, std::int64_t weeks = 0);

/// "（95% 置信区间 …）", " (95 % interval … to …, 20 replications of 52 weeks)". As an amount, a difference below 0 has
/// its signs turned.
scenarios::Text interval_words(Measure const&, Spoken const&, bool as_amount, std::int64_t weeks = 0);

/// That an interval excludes 0, but that among so many comparisons this proves nothing.
scenarios::Text too_many_words(std::size_t compared, double adjusted_p);

}  // namespace shudao::experiment

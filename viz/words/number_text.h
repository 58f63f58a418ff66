#pragma once
#include <cstdint>
#include <string>

#include "sim/experiment/statistics/measure.h"
#include "viz/words/messages.h"

namespace shudao::viz {

/// Fewer replications than this have no interval worth showing.
inline constexpr std::int64_t kFewestForInterval = 3;

/// A measure as a planner reads it: "17.4 ± 0.2". The digits follow the interval: half of it is rounded to one
/// significant digit (two if the first is a 1), the value to the same decimal place, at most three, and to four
/// significant digits at most. An interval that is less than the last digit, or of fewer than three replications, is
/// not shown. Without an interval, three significant digits, or the whole units of four; "–" where there is no value.
/// `unit` divides value and interval (24 turns hours into days).
std::string number_text(experiment::Measure const&, double unit = 1.0);

/// Decimals that number_text shows of it; negative where tens or hundreds are its last digit.
int decimals_of(experiment::Measure const&, double unit = 1.0);

/// The same with so many significant digits at most; an interval below the last of them is not shown.
std::string quoted_text(experiment::Measure const&, double unit, int digits);

/// The same with a sign: "+0.3 ± 0.1", "0 ± 0" → "0".
std::string signed_text(experiment::Measure const&, double unit = 1.0);

/// A change of time as the sentences say it, in hours up to three days: "-10.3 ± 0.7 h", "+4.1 ± 0.3 d".
std::string time_change_text(experiment::Measure const& hours, Language);

/// "≥ " before a figure that is a lower bound, because so many consignments are still under way; otherwise nothing.
std::string at_least(std::int64_t unfinished);

/// A share as per cent: "84.2 ± 0.6 %".
std::string percent_text(experiment::Measure const&);

/// The value to so many decimals, with a comma at every thousand.
std::string decimal_text(double value, int decimals);

/// "114,976".
std::string count_text(std::int64_t);

/// "12 s", "3 min", "2.5 h".
std::string span_text(double seconds);

/// "重复 1 次", "1 replication", "10 replications".
std::string replications_text(std::int64_t, Language);

}  // namespace shudao::viz

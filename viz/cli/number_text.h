#pragma once
#include <cstdint>
#include <string>

#include "sim/experiment/results.h"

namespace shudao::cli {

/// A measure as a planner reads it: "17.4 ± 0.2". The digits follow the interval: half of it is rounded to one
/// significant digit (two if the first is a 1), the value to the same decimal place, at most three. Without an
/// interval, or with one that rounds to 0, three significant digits, never less than whole units; "–" where there is no
/// value. `unit` divides value and interval (24 turns hours into days).
std::string number_text(experiment::Measure const&, double unit = 1.0);

/// The same with a sign: "+0.3 ± 0.1", "0 ± 0" → "0".
std::string signed_text(experiment::Measure const&, double unit = 1.0);

/// A share as per cent: "84.2 ± 0.6 %".
std::string percent_text(experiment::Measure const&);

/// The value to so many decimals, with a comma at every thousand.
std::string decimal_text(double value, int decimals);

/// "12 s", "3 min", "2.5 h".
std::string span_text(double seconds);

}  // namespace shudao::cli

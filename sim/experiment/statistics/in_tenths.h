#pragma once
#include <vector>

namespace shudao::experiment {

/// What share of their sum each part (≥ 0) has, in per cent with one decimal; together exactly 100. The largest remainders
/// get what rounding down left. Of a sum of 0 the last part has all.
std::vector<double> in_tenths(std::vector<double> const& parts);

}  // namespace shudao::experiment

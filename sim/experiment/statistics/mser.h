#pragma once
#include <cstddef>
#include <optional>
#include <span>

namespace shudao::experiment {

/// How many of the first observations to leave out as warm-up, by MSER-5: means of five, and the cut that makes the
/// squared standard error of what remains least (White, Cobb and Spratt, "A comparison of five steady-state truncation
/// heuristics for simulation", WSC 2000). None where the least lies in the second half: the series is too short, or
/// never settles. For worlds without weekly or seasonal profiles only.
std::optional<std::size_t> mser5(std::span<double const> observations);

}  // namespace shudao::experiment

#pragma once
#include <cstdint>

namespace shudao::experiment {

/// A count as a number to reckon with; exact up to 2^53.
constexpr double as_double(std::int64_t count) { return static_cast<double>(count); }

}  // namespace shudao::experiment

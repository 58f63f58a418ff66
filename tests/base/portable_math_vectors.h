#pragma once
#include <string_view>
#include <vector>

/// One value of a function, rounded from 60 decimal digits (mpmath 1.3); y is 0 where there is one argument.
struct MathVector {
  std::string_view function;
  double x, y, value;
};

std::vector<MathVector> const& math_vectors();

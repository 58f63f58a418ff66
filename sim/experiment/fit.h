#pragma once
#include <cstdint>
#include <functional>
#include <vector>

namespace shudao::experiment {

using Point = std::vector<double>;  ///< Inside the unit cube.

struct Fit {
  Point best;
  double value = 0;
  int evaluations = 0;
};

/// Looks for the smallest value of a deterministic function on the unit cube, without derivatives: first at `start` and
/// at points of the Halton sequence (Halton 1960), a third of the evaluations; then from the best of these by BOBYQA
/// (Powell 2009), or in one dimension by Subplex (Rowan 1990), both as NLopt has them. At least one evaluation; what
/// the function throws comes out.
Fit minimised(std::function<double(Point const&)> const&, Point const& start, int evaluations);

/// The inverse of a symmetric positive definite matrix.
std::vector<std::vector<double>> inverse(std::vector<std::vector<double>> matrix);

}  // namespace shudao::experiment

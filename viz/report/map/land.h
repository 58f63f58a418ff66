#pragma once
#include <utility>
#include <vector>

namespace shudao::viz::report {

/// Rings of longitude and latitude in degrees: coast only, no boundary.
std::vector<std::vector<std::pair<double, double>>> land();

}  // namespace shudao::viz::report

#include "sim/experiment/statistics/in_tenths.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shudao::experiment {

std::vector<double> in_tenths(std::vector<double> const& parts) {
  double const whole = std::accumulate(parts.begin(), parts.end(), 0.0);
  std::vector<int> tenths(parts.size());
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  auto const exact = [&](std::size_t i) {
    return whole > 0 ? 1000 * parts[i] / whole : i + 1 == parts.size() ? 1000 : 0;
  };
  int left = 1000;
  for (std::size_t i = 0; i < parts.size(); ++i) left -= tenths[i] = static_cast<int>(std::floor(exact(i)));
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return exact(a) - tenths[a] > exact(b) - tenths[b]; });
  for (std::size_t i = 0; left > 0; i = (i + 1) % order.size(), --left) ++tenths[order[i]];
  std::vector<double> percent;
  for (int const one : tenths) percent.push_back(one / 10.0);
  return percent;
}

}  // namespace shudao::experiment

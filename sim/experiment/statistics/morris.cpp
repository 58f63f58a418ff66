#include "sim/experiment/statistics/morris.h"

#include <cmath>
#include <numeric>

#include "sim/base/random.h"
#include "sim/experiment/statistics/t_interval.h"

namespace shudao::experiment {
namespace {

constexpr double kStep = 2.0 / 3;

std::vector<std::size_t> random_order(std::size_t count, RandomStream& draws) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t left = count; left > 1; --left) {
    std::size_t const chosen = draws.below(static_cast<std::uint32_t>(left));
    std::swap(order[left - 1], order[chosen]);
  }
  return order;
}

void walk(Points& points, std::size_t inputs, RandomStream& draws) {
  // A level below the step goes up by it, one above goes down: both ends stay on the grid.
  std::vector<double> at(inputs);
  for (double& x : at) x = draws.below(4) / 3.0;
  points.push_back(at);
  for (std::size_t const input : random_order(inputs, draws)) {
    at[input] = at[input] < 0.5 ? at[input] + kStep : at[input] - kStep;
    points.push_back(at);
  }
}

std::size_t changed_input(std::vector<double> const& from, std::vector<double> const& to) {
  std::size_t input = 0;
  while (from[input] == to[input]) ++input;
  return input;
}

}  // namespace

Points morris_points(std::size_t inputs, int trajectories, std::uint64_t seed) {
  RandomStream draws{{seed, 0}, Purpose::design_of_runs, name_hash("morris")};
  Points points;
  for (int i = 0; i < trajectories; ++i) walk(points, inputs, draws);
  return points;
}

std::vector<MorrisEffect> morris_effects(Points const& points, std::span<double const> outputs) {
  std::size_t const inputs = points.front().size();
  std::vector<std::vector<double>> effects(inputs);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    if ((i + 1) % (inputs + 1) == 0) continue;  // The next point begins another walk.
    std::size_t const input = changed_input(points[i], points[i + 1]);
    effects[input].push_back((outputs[i + 1] - outputs[i]) / (points[i + 1][input] - points[i][input]));
  }
  std::vector<MorrisEffect> result;
  for (std::vector<double> const& of_input : effects) {
    std::vector<double> absolute;
    for (double const effect : of_input) absolute.push_back(std::abs(effect));
    result.push_back({t_interval(of_input), t_interval(absolute), std::sqrt(variance_of(of_input))});
  }
  return result;
}

}  // namespace shudao::experiment

#include "synthetic.h"

#include <numbers>

namespace shudao::experiment {

double Draws::normal() {
  double const radius = std::sqrt(2 * exponential());
  return radius * std::cos(2 * std::numbers::pi * uniform());
}

double share_of_experiments(std::function<bool(Draws&)> const& holds) {
  int held = 0;
  for (int experiment = 0; experiment < kExperiments; ++experiment) {
    Draws draws{static_cast<std::uint32_t>(experiment)};
    held += holds(draws) ? 1 : 0;
  }
  return static_cast<double>(held) / kExperiments;
}

}  // namespace shudao::experiment

#pragma once
#include "sim/base/distribution.h"

namespace shudao {

/// Integrals of 1, x and x² over a part of a distribution.
struct Moments {
  double mass = 0.0;
  double first = 0.0;
  double second = 0.0;
};

/// Over the closed interval [low, high], in closed form (polynomials and the incomplete gamma function); relative error
/// < 1e-9. The parameters must make a distribution (`fault_of`).
Moments partial_moments(Distribution const&, double low, double high);

}  // namespace shudao

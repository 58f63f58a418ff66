#include "sim/experiment/statistics/t_quantile.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace shudao::experiment {

double t_quantile_975(int degrees_of_freedom) {
  double const t = boost::math::quantile(boost::math::students_t{static_cast<double>(degrees_of_freedom)}, 0.975);
  return std::floor(t * 1e9 + 0.5) / 1e9;
}

}  // namespace shudao::experiment

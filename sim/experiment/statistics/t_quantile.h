#pragma once

namespace shudao::experiment {

/// The 97.5 % quantile of Student's t distribution with that many degrees of freedom (≥ 1), to nine decimals: rounded
/// so that the last bits of the mathematical library do not reach a result.
double t_quantile_975(int degrees_of_freedom);

}  // namespace shudao::experiment

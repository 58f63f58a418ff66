#pragma once
#include <nlohmann/json_fwd.hpp>

#include "sim/experiment/figures/figures.h"

namespace shudao::experiment {

/// To and from the JSON in which replications are kept. Measures are short lists, [value, n] or [value, n, low, high],
/// in the order of each_figure_measure.h.
nlohmann::json json_of(Figures const&);
void read(nlohmann::json const&, Figures&);

}  // namespace shudao::experiment

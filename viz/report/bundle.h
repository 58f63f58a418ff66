#pragma once
#include <string_view>

namespace shudao::viz::report {

/// The JavaScript of the figure definitions with the parts of ECharts they use, as built by viz/figures/bundle.mjs.
std::string_view bundle();

}  // namespace shudao::viz::report

#pragma once
#include "viz/report/figure_data.h"

namespace shudao::viz::report {

/// Which share of the inputs behind a figure is of which grade: "A 12 %, B 40 %, none 8 %" in a sentence.
Text grades_said(FigureData const&);
/// The ids of its sources, the first forty of many.
Text sources_said(FigureData const&);

}  // namespace shudao::viz::report

#pragma once
#include <vector>

#include "viz/report/report.h"
#include "viz/report/study_data.h"

namespace shudao::viz::report {

/// Everything the report of this study says, figures not yet drawn.
Report report_of(StudyData const&);

/// The figures that a study has, by id; the map among them is a Picture of its own.
std::vector<FigureData> figures_of(StudyData const&);

/// Draws every figure of the report in its language or both, on several threads with an engine each. Figures stay
/// data where the program was built without an engine. Throws DrawingFailed.
void draw_figures(Report&, Language);
/// One figure by itself, with its caption in it. Throws DrawingFailed.
Picture drawn(FigureData const&, Language);

}  // namespace shudao::viz::report

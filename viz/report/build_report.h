#pragma once
#include <vector>

#include "viz/report/report.h"
#include "viz/report/study_data.h"

namespace shudao::viz::report {

/// Everything the report of this study says, figures not yet drawn.
Report report_of(StudyData const&);

/// The figures that a study has, by id; the map among them is a Picture of its own.
std::vector<FigureData> figures_of(StudyData const&);

/// Where a drawing stands: in a text that has its caption and what it rests on, or by itself with both in it.
enum class Setting : unsigned char { in_text, alone };

/// Draws every figure of the report in its language or both, on several threads with an engine each. Figures stay
/// data where the program was built without an engine. Throws DrawingFailed.
void draw_figures(Report&, Language, Setting = Setting::in_text);
/// The same report with drawings that stand by themselves, its map drawn anew. Throws DrawingFailed.
Report drawn_alone(StudyData const&, Report undrawn, Language);
/// One figure that stands by itself. Throws DrawingFailed.
Picture drawn(FigureData const&, Language);

}  // namespace shudao::viz::report

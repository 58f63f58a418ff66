#pragma once
#include "viz/report/report.h"
#include "viz/report/study_data.h"

namespace shudao::viz::report {

Section summary_section(StudyData const&);
Section rules_section(StudyData const&);
Section method_section();
Section guards_section(StudyData const&);

}  // namespace shudao::viz::report

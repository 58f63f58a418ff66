#pragma once
#include "viz/report/report.h"
#include "viz/report/study_data.h"

namespace shudao::viz::report {

/// The network with what flows on it: coast, links by mode, places, an inset of Sichuan and Chongqing, and the caption
/// that says what the map does not show. Lines are schematic. `stands_alone`: with what the map rests on in it.
Picture network_map(StudyData const&, Language, bool stands_alone);

}  // namespace shudao::viz::report

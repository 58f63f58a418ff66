#pragma once
#include <memory>
#include <string>

#include "viz/report/figure_data.h"
#include "viz/report/study_data.h"

namespace shudao::viz::report {

/// One replication of both worlds, by way of a store.
std::unique_ptr<StudyData> compared(std::string const& base_file, std::string const& alternative_file);

/// The first corridors with and without the rule "declare at home", and thirteen days from Chengdu's terminal to Łódź
/// that the base is said to be calibrated to.
StudyData const& first_corridors();

/// A figure of the first corridors.
FigureData figure_called(std::string const& id);

}  // namespace shudao::viz::report

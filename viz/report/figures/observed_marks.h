#pragma once
#include <string>
#include <vector>

#include "viz/report/figure_data.h"
#include "viz/report/study_data.h"

namespace shudao::viz::report {

/// An observed time beside the same time on a chain of the model, in hours.
struct ObservedMark {
  scenarios::Observed const* row = nullptr;
  std::size_t point = 0;                         ///< Of the chain, at which it ends.
  double simulated_h = 0;                        ///< The mean on this chain.
  double observed_h = 0, low_h = 0, high_h = 0;  ///< The observed time itself.
  double since_h = 0;                            ///< When it begins, since ready: the mean of the model.
};

/// What was observed of times that lie on this chain of the corridor: journeys and vehicle times between two of its
/// places, stays at one of them, whole transit times; each of cargo or services of the corridor. In order of points.
std::vector<ObservedMark> marks_on(StudyData const&, std::string const& corridor, experiment::ChainResult const&);

/// Of several marks at one point the one to draw: what the base was calibrated to, then the latest.
std::vector<ObservedMark> one_a_point(std::vector<ObservedMark> const&);

/// "用于校准" or "留作检验".
Text use_of(scenarios::Observed const&);

/// Whether the base was calibrated to a time on the main chain of this corridor.
bool is_calibrated_corridor(StudyData const&, std::string const& corridor);
/// Whether the base was calibrated to a time at this place.
bool is_calibrated_place(StudyData const&, std::string const& place);

/// All marks of all corridors beside what the model gives.
FigureData observed_table(StudyData const&);

}  // namespace shudao::viz::report

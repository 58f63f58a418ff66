#pragma once
#include <string>
#include <vector>

#include "scenarios/study.h"
#include "sim/experiment/batch.h"

namespace shudao::experiment {

/// A measure over the replications of one scenario.
struct KnownFigure {
  std::string scenario, corridor;  ///< No corridor for the measures of a study.
  std::string measure;
  Measure measured;
};

/// The headline measures asked for, of the corridors asked for, in every scenario of a batch; those that somebody observed.
std::vector<KnownFigure> headline_figures(Precision const&, BatchRuns const&);
/// The measures asked for in every world of a study, likewise.
std::vector<KnownFigure> study_figures(Precision const&, scenarios::Study const&, BatchRuns const&);

/// How many replications to begin with: ten, or more if so many are asked for. Throws InputErrors where several processes
/// share the runs, none of which could tell when to stop.
int first_replications(StudyOptions const&);

/// How many replications in all are needed until all figures are known well enough, by what is known so far; no more
/// than there are if they are enough. It depends on the figures alone, so a study stops after the same replications on
/// any machine.
int replications_wanted(Precision const&, std::vector<KnownFigure> const&);

/// Those that are not known well enough; most doubtful first.
std::vector<Imprecise> imprecise(Precision const&, std::vector<KnownFigure> const&);

/// The headline measures with these names or beginnings of names ("cost"); without any the mean transit time. Throws
/// InputErrors for one that is none.
std::vector<std::string> precision_measures(std::vector<std::string> const& names);
/// The measures of a study with these ids; without any its first. Throws InputErrors for one that it has not.
std::vector<std::string> precision_measures(std::vector<std::string> const& ids, scenarios::Study const&);

}  // namespace shudao::experiment

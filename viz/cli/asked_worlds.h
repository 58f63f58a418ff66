#pragma once
#include <string>
#include <vector>

#include "scenarios/observed.h"
#include "scenarios/scenario.h"
#include "scenarios/study.h"
#include "sim/experiment/recipe/inputs.h"

namespace shudao::viz::cli {

/// What a run or a comparison is about, with all that a store keeps of its files.
struct AskedWorlds {
  std::vector<scenarios::Scenario> worlds;    ///< As they are to be run; the base first.
  std::vector<scenarios::Observed> observed;  ///< Of the base, if there is such a file beside it.
  experiment::Inputs inputs;
};
/// Reads worlds or patches. Paths of files are told relative to `root`; empty: to the deepest folder that has them all.
/// Throws FileProblem and what scenarios::read_scenario throws.
AskedWorlds asked_worlds(std::vector<std::string> const& paths, bool is_preview, std::string const& root = "");

/// The same for the files of a study.
struct AskedStudy {
  scenarios::Study study;
  experiment::Inputs inputs;
};
AskedStudy asked_study(std::string const& file, bool is_preview, std::string const& root = "");

}  // namespace shudao::viz::cli

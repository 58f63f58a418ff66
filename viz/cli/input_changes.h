#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/recipe/inputs.h"

namespace shudao::viz::cli {

/// An input file that is not as it was.
struct InputChange {
  std::string path, parts;
  std::optional<Fingerprint> was, is;  ///< One of them is none for a file that was added or is missing.
};

/// The files that are changed or missing in `root`.
std::vector<InputChange> changed_files(experiment::Inputs const& kept, std::string const& root);

/// The files that are read now and were not.
std::vector<InputChange> added_files(experiment::Inputs const& kept, experiment::Inputs const& now);

}  // namespace shudao::viz::cli

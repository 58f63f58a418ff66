#pragma once
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// An observed figure of a validation file, to be quoted beside a simulated one.
struct Observed {
  std::string id;
  Text name;
  bool is_held_out = false;  ///< Otherwise the world was calibrated to it.
  std::string measure;       ///< The measure's word, "transit_time" …
  std::string selector;      ///< The measure as canonical JSON.
  std::string corridor;      ///< That the measure names; empty: none.
  std::string world;         ///< File of the world that it is about; empty: the scenario itself.
  double value = 0, low = 0, high = 0;
  std::string unit;
  int year = 0;
  Source source;
};

/// The figures that are observed of one measure alone, by id. Nothing of worlds or things is checked: whatever is wrong
/// with the file is for `shudao validate` to say, and here leaves a row, or all of them, out.
/// `inputs`, if there is such a list, gets the files that were read.
std::vector<Observed> read_observed(std::string const& validation_path, std::vector<InputFile>* inputs = nullptr);

/// The file validation.json beside the scenario at this path, if it is about that very scenario; otherwise empty.
std::string validation_beside(std::string const& scenario_path);

}  // namespace shudao::scenarios

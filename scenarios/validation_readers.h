#pragma once
#include "scenarios/readers.h"
#include "scenarios/validation.h"

namespace shudao::scenarios {

/// A world as measures find their things in it. Of one that could not be read no id is judged.
struct KnownWorld {
  KnownWorld() = default;
  explicit KnownWorld(Scenario const&);

  Scenario const* scenario = nullptr;
  Names names;
  NameTable corridors{"corridor", {}};
  std::string called = "the row's world";  ///< In messages.
};

/// A validation file with all that it includes, not read any further; none if anything is wrong with that. `inputs`,
/// if there is such a list, gets the files.
std::optional<Json> whole_validation(std::string const& path, std::vector<InputFile>* inputs = nullptr);

/// Reads the member "measure": an object with one member, the kind.
Selector read_measure(Fields& holder, KnownWorld const&);

/// The numbers of the scenario that a fit may change, and their range. `held_out` and `calibrated` are ids of rows.
FreeInput read_free_input(Fields&, std::string const& name, KnownWorld const& base,
                          std::vector<std::string> const& held_out, std::vector<std::string> const& calibrated);

}  // namespace shudao::scenarios

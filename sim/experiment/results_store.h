#pragma once
#include <string>
#include <vector>

#include "sim/experiment/unit.h"

namespace shudao::experiment {

/// How a study was run; kept outside what makes two stores the same.
struct RunInfo {
  double wall_s = 0;
  int threads = 0, replications_reused = 0;
  std::string executor;
};

/// Everything a finished store holds.
struct FinishedStudy {
  std::vector<scenarios::Scenario const*> scenarios;  ///< The base, then the alternatives.
  UnitKey key;
  Comparison const* comparison = nullptr;
  std::vector<Unit> const* units = nullptr;  ///< By number.
  RunInfo info;
};

/// What the tables of a store call the base (0) and its alternatives: base, alternative, alternative-2, …
std::string role_of(std::size_t side);

/// Writes the store beside its final place and renames it, so that a reader sees a whole store or the old one. Rows go
/// in in the order of their keys. Schema: docs/reference/results-store.md.
void write_store(std::string const& path, FinishedStudy const&);

}  // namespace shudao::experiment

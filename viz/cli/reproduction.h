#pragma once
#include <string>
#include <vector>

#include "sim/base/errors.h"
#include "sim/experiment/recipe/recipe.h"
#include "sim/experiment/recipe/store_difference.h"
#include "viz/cli/input_changes.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// What came of making the results of a store again.
struct Reproduction {
  std::string store;
  experiment::Recipe recipe;
  std::string folder;                ///< Where the inputs were looked for.
  std::vector<InputChange> changes;  ///< If there are any, nothing was run.
  std::int64_t kept = 0, made = 0;   ///< Replications of the store, and those that were made again.
  experiment::StoreDigests digests;  ///< Of the store.
  std::vector<experiment::DigestDifference> differences;
  std::vector<std::string> tables;              ///< That differ, with all replications made again.
  std::string version, program, zone_database;  ///< Of now.
  bool is_cancelled = false;

  /// Another version may tell more or in other words of the same digests.
  [[nodiscard]] bool is_same() const {
    return !is_cancelled && changes.empty() && differences.empty() && (tables.empty() || version != recipe.version);
  }
  [[nodiscard]] ExitCode code() const {
    if (!changes.empty()) return ExitCode::bad_input;
    return is_same() ? ExitCode::ok : ExitCode::law_broken;
  }
};

std::string reproduction_text(Reproduction const&, Language);
std::string json_text(Reproduction const&);

}  // namespace shudao::viz::cli

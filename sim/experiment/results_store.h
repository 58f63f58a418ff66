#pragma once
#include <string>

#include "sim/experiment/batch.h"

namespace shudao::scenarios {
struct Study;
}

namespace shudao::experiment {

struct StudyAnswer;

/// A study of several worlds and what came of it.
struct AnsweredStudy {
  scenarios::Study const* study = nullptr;
  StudyAnswer const* answer = nullptr;
};

/// Everything a finished store holds.
struct FinishedStudy {
  Batch const* batch = nullptr;
  BatchRuns const* runs = nullptr;
  RunShelf* shelf = nullptr;  ///< Has the lots.
  StudyOptions const* options = nullptr;
  Comparison const* comparison = nullptr;  ///< The results of the sides; differences of comparisons only.
  AnsweredStudy const* study = nullptr;    ///< Null for a run and a comparison.
  double wall_s = 0;
};

/// What the tables of a store call the base (0) and its alternatives: base, alternative, alternative-2, …
std::string role_of(std::size_t side);

/// Writes the store beside its final place and renames it, so that a reader sees a whole store or the old one. Rows go
/// in in the order of their keys. Schema: docs/reference/results-store.md.
void write_store(std::string const& path, FinishedStudy const&);

}  // namespace shudao::experiment

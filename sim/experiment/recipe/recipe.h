#pragma once
#include <optional>

#include "sim/experiment/study.h"

namespace SQLite {
class Database;
}

namespace shudao::experiment {

/// How the results of a store were made: everything that it takes to make them again.
struct Recipe {
  std::string verb;      ///< "run", "compare", "study".
  StudyOptions options;  ///< Replications, precision, seed and fault; the rest is that of nobody.
  bool is_preview = false;
  Inputs inputs;                ///< With the folder where they were then.
  std::string root_from_store;  ///< The same folder, seen from that of the store.
  std::string version;          ///< Of the program.
  std::string program;          ///< Version and fingerprint of its file.
  std::string zone_database;    ///< Version of the time-zone database.
};

/// The table of input files, explained in docs/reference/results-store.md.
extern char const* const kInputSchema;
/// Verb, files and precision into `manifest`, the files into `input_file`, where they stood into `run_info`. The store
/// at `path` need not be there yet.
void write_recipe(SQLite::Database&, StudyOptions const&, std::string const& path);

/// That of a finished store; nothing if it was made by a version of the program, or by a call, that told no inputs.
/// Throws FileError if there is no store of this schema.
std::optional<Recipe> read_recipe(std::string const& store);

}  // namespace shudao::experiment

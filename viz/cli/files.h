#pragma once
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/base/errors.h"

namespace shudao::viz::cli {

/// A file that does not serve, said so that a person or a script can mend it (exit code 3).
class FileProblem : public FileError {
 public:
  FileProblem(std::string const& file, std::string const& found, std::string const& expected,
              std::string const& nearest = "");
  [[nodiscard]] InputError const& problem() const { return problem_; }

 private:
  InputError problem_;
};

/// The scenario of a file, or of the folder that holds a scenario.json.
/// Throws FileProblem if there is none, otherwise what scenarios::read_scenario throws.
scenarios::Scenario read_world(std::string const& path);

/// The validation file at this path, or validation.json in this folder. Throws FileProblem if there is none.
std::string validation_at(std::string const& path);

/// The study files that words stand for: a file, each study in a folder, or the id of one in `folder`; all of `folder`
/// if `is_all`. Sorted inside folders. Throws FileProblem for a word that stands for none.
std::vector<std::string> study_files(std::vector<std::string> const& words, std::string const& folder, bool is_all);

/// Writes the whole text beside the file and renames it: at any moment the old file stands there or the new one.
/// Throws FileProblem.
void write_whole(std::string const& path, std::string const& text);

/// Throws FileProblem if something stands at this path that is no results store, so that it is not written over.
void refuse_foreign_file(std::string const& store);

/// Writes a map whole or not at all: beside the file first, then over it. Throws FileProblem if it cannot be written,
/// or if something stands there that is no GeoJSON FeatureCollection.
void write_map(std::string const& path, std::string const& geojson);

}  // namespace shudao::viz::cli

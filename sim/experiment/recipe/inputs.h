#pragma once
#include <string>
#include <vector>

#include "scenarios/input_file.h"

namespace shudao::experiment {

/// The files that a study was read from, so that it can be read again. Paths are relative to the folder that all of
/// them stand in: they are the same wherever that folder is.
struct Inputs {
  struct File {
    std::string path;
    std::string parts;  ///< What it was read for: "base", "alternative", "study", "validation", with blanks between.
    std::uint64_t bytes = 0;
    Fingerprint fingerprint;
  };
  std::string root;                ///< The folder, absolute.
  std::vector<std::string> asked;  ///< The files that the command names, in its order.
  std::vector<File> files;         ///< By path.
};

/// The files of one part of a study; the file that the command names is the first.
struct FilesOf {
  std::string part;
  std::vector<scenarios::InputFile> files;
  bool is_asked = true;  ///< Whether the command names it.
};

/// Paths are made relative to `root`, or without one to the deepest folder that all files stand in.
Inputs inputs_of(std::vector<FilesOf> const&, std::string const& root = "");

}  // namespace shudao::experiment

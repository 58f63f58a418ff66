#pragma once
#include <string>
#include <vector>

#include "sim/base/errors.h"
#include "sim/experiment/studying.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// A study and what came of it.
struct Asked {
  scenarios::Study study;  ///< As it was run; a preview is shorter.
  experiment::StudyAnswer answer;
  std::string store;  ///< Where the results are kept; empty: nowhere.
  bool is_preview = false;
  std::vector<InputError> errors;  ///< Why it could not be run; then only the study's file and id mean anything.
  ExitCode code = ExitCode::ok;
};

/// The question, a table, a sentence for each comparison, laws and notes.
std::string study_text(Asked const&, Language);

/// Several studies in one table, and what was not as expected.
std::string studies_text(std::vector<Asked> const&, Language);

/// {schema_version, preview, cancelled, studies: […]}: docs/reference/json.md.
std::string json_text(std::vector<Asked> const&, bool is_cancelled);

}  // namespace shudao::viz::cli

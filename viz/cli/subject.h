#pragma once
#include "viz/cli/select_command.h"

namespace shudao::viz::cli {

/// The question that the words put: one word is a study unless a corridor is named, anything else are scenarios. Throws
/// InputErrors and FileError.
experiment::Question question_about(Subject const&, bool is_preview);

}  // namespace shudao::viz::cli

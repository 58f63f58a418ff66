#pragma once
#include <exception>
#include <string>
#include <vector>

#include "sim/base/errors.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// All errors of an input, one a line under a head that counts them.
std::string errors_text(std::vector<InputError> const&, Language);

/// A file that does not serve; each language on a line of its own.
std::string file_error_text(InputError const&, Language);

/// What is to be said of it, one thing after the other.
std::vector<InputError> errors_of(std::exception const&);
/// The same for people.
std::string error_text(std::exception const&, Language);

/// The exit code of what was thrown.
ExitCode code_of(std::exception const&);

/// Says on stderr what was thrown, for people or as one JSON object, and returns the exit code.
int report_error(std::exception const&, bool as_json, Language);

}  // namespace shudao::viz::cli

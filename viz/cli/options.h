#pragma once
#include <optional>
#include <string>

#include "viz/cli/command.h"

namespace shudao::viz::cli {

/// The program's version, "0.1.0".
std::string program_version();

/// Reads the command line. Nothing if help was asked for (it is printed to stdout).
/// Throws InputErrors for what cannot be understood.
std::optional<Command> read_options(int argc, char const* const* argv);

/// What --help prints.
std::string help_text();

/// Whether errors are to be one JSON object, known even before the command line is understood.
bool wants_json(int argc, char const* const* argv);

/// The language of errors, known as early; both if none is named.
Language wanted_language(int argc, char const* const* argv);

}  // namespace shudao::viz::cli

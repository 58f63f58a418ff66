#pragma once
#include <string>

#include "sim/base/errors.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// What InputError::file says of a fault of the command line itself. Its `expected` is then a sentence.
inline constexpr char kCommandLine[] = "command line";

/// One fault on one line, `file:line: /pointer: expected …, found … (did you mean …?)`; in Chinese with the common
/// words of the readers translated and the rest as it is; for both languages with the marks in both.
std::string fault_text(InputError const&, Language);

}  // namespace shudao::viz::cli

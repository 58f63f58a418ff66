#pragma once
#include "sim/base/errors.h"

namespace shudao::experiment {

/// Stored bytes that this program did not write, or that were damaged since. Whoever knows the file names it.
class Unreadable : public FileError {
  using FileError::FileError;
};

}  // namespace shudao::experiment

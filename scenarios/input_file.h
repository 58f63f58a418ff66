#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "sim/base/digest.h"

namespace shudao::scenarios {

/// A file that an input was read from, as it was then.
struct InputFile {
  std::string path;         ///< By which it was opened.
  std::uint64_t bytes = 0;  ///< Its size.
  Fingerprint fingerprint;  ///< Of its bytes.
};

/// The file as it is now; nothing if it cannot be read.
std::optional<InputFile> input_file(std::string const& path);

}  // namespace shudao::scenarios

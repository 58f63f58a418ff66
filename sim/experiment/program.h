#pragma once
#include <string>

namespace shudao::experiment {

std::string program_version();  ///< "0.1.0"

/// Version of the program and fingerprint of its file: what was computed by another build is not used again.
std::string this_program();

}  // namespace shudao::experiment

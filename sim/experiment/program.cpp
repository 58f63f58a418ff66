#include "sim/experiment/program.h"

#include <fstream>
#include <vector>

#include "sim/base/digest.h"

namespace shudao::experiment {

std::string program_version() { return SHUDAO_VERSION; }

std::string this_program() {
  std::ifstream file{"/proc/self/exe", std::ios::binary};
  Digest digest;
  std::vector<char> block(1 << 16);
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
    digest.add_bytes(block.data(), static_cast<std::size_t>(file.gcount()));
  }
  return program_version() + " " + text(digest.value());
}

}  // namespace shudao::experiment

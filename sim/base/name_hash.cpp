#include "sim/base/name_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>

namespace shudao {

NameHash name_hash(std::string_view name) { return NameHash{XXH3_64bits(name.data(), name.size())}; }

NameHash name_hash(NameHash series, std::uint64_t n) {
  std::array<unsigned char, 16> bytes{};
  for (unsigned i = 0; i < 8; ++i) {
    bytes[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(series) >> (8 * i));
    bytes[8 + i] = static_cast<unsigned char>(n >> (8 * i));
  }
  return NameHash{XXH3_64bits(bytes.data(), bytes.size())};
}

}  // namespace shudao

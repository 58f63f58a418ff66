#include "bench/guests/common/world.h"

#include <cstdio>

namespace shudao::kernel::guests {

std::string padded_name(char const* prefix, std::size_t number) {
  char text[64];
  std::snprintf(text, sizeof text, "%s%07zu", prefix, number);
  return text;
}

}  // namespace shudao::kernel::guests

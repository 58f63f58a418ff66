/// Made from the list of shudao_guest() calls in CMake, so that whoever adds a guest cannot forget it here.
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {

#define SHUDAO_GUEST(name) Guest sample_of_##name();
#include "guest_list.inc"
#undef SHUDAO_GUEST

std::vector<Guest> all_guests() {
  return {
#define SHUDAO_GUEST(name) sample_of_##name(),
#include "guest_list.inc"
#undef SHUDAO_GUEST
  };
}

std::vector<std::string> guest_sources() {
  return {
#define SHUDAO_GUEST(name) #name,
#include "guest_list.inc"
#undef SHUDAO_GUEST
  };
}

}  // namespace shudao::kernel::guests

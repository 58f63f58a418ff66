#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "bench/guests/guests.h"

namespace shudao::kernel::guests {

// Every test of "every guest" goes by all_guests(); the list comes from CMake, so a file that CMake was not told of
// would not even be compiled.
TEST_CASE("every source file of a guest is in the list that tests go by", "[kernel]") {
  std::set<std::string> files;
  for (auto const& entry : std::filesystem::directory_iterator{"bench/guests"})
    if (entry.path().extension() == ".cpp") files.insert(entry.path().stem());
  auto const listed = guest_sources();
  CHECK(files == std::set<std::string>(listed.begin(), listed.end()));
}

TEST_CASE("guests have names of their own", "[kernel]") {
  std::set<std::string> names;
  for (Guest const& guest : all_guests()) names.insert(guest.name);
  CHECK(names.size() == guest_sources().size());
}

}  // namespace shudao::kernel::guests

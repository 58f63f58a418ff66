#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "scenarios/read.h"

using namespace shudao::scenarios;

namespace {

void check_file(std::string const& name, std::string const& schema) {
  std::string const path = "scenarios/schema/" + name + ".schema.json";
  if (std::getenv("SHUDAO_UPDATE_GOLDEN") != nullptr) {
    std::ofstream{path} << schema;
    FAIL(path + " was written anew: read the difference, then run without SHUDAO_UPDATE_GOLDEN");
  }
  std::ifstream file{path};
  std::string const published{std::istreambuf_iterator<char>{file}, {}};
  CHECK((published == schema));
}

}  // namespace

TEST_CASE("the published schema of worlds is what the reader reads", "[scenarios]") {
  check_file("world", world_schema());
}

TEST_CASE("the published schema of patches is what the reader reads", "[scenarios]") {
  check_file("patch", patch_schema());
}

TEST_CASE("the published schema of rules is what the reader reads", "[scenarios]") {
  check_file("rule", rule_schema());
}

#include <catch2/catch.hpp>
#include <cstdlib>

#include "breaches.h"

using shudao::architecture::breaches;
using shudao::architecture::program_sources;

namespace {

/// The breaches of one small file of that path.
std::string found_in(std::string const& path, std::string const& text) {
  auto const all = breaches({{path, text}});
  return all.empty() ? "" : all.front();
}

}  // namespace

TEST_CASE("every file includes only its own folder and the floors below", "[architecture]") {
  auto const sources = program_sources();
  REQUIRE(sources.size() > 20);
  std::string all;
  for (std::string const& breach : breaches(sources)) all += breach + "\n";
  INFO(all);
  CHECK(all.empty());
}

TEST_CASE("an include of a floor above is a breach", "[architecture]") {
  CHECK(found_in("sim/kernel/a.cpp", "#include \"sim/freight/world.h\"\n") ==
        "sim/kernel/a.cpp:1: floor sim/kernel/ may not include sim/freight/world.h");
}

TEST_CASE("floors of one height do not include each other", "[architecture]") {
  CHECK_FALSE(found_in("sim/kernel/a.cpp", "#include \"network/network.h\"\n").empty());
}

TEST_CASE("an include below is no breach", "[architecture]") {
  CHECK(found_in("sim/freight/a.cpp", "#include \"sim/kernel/kernel.h\"\n#include <vector>\n").empty());
}

TEST_CASE("an include that is not named from the repository root is a breach", "[architecture]") {
  CHECK_FALSE(found_in("sim/kernel/a.cpp", "#include \"kernel.h\"\n").empty());
}

TEST_CASE("a third-party header in a public header is a breach", "[architecture]") {
  CHECK_FALSE(found_in("scenarios/read.h", "#include <nlohmann/json.hpp>\n").empty());
  CHECK(found_in("scenarios/read.cpp", "#include <nlohmann/json.hpp>\n").empty());
}

TEST_CASE("a header that shows a library is not included from another folder", "[architecture]") {
  CHECK_FALSE(found_in("viz/cli/a.cpp", "#include \"sim/experiment/database.h\"\n").empty());
  CHECK(found_in("sim/experiment/a.cpp", "#include \"sim/experiment/database.h\"\n").empty());
}

TEST_CASE("a third-party header outside its folder is a breach", "[architecture]") {
  CHECK_FALSE(found_in("sim/freight/a.cpp", "#include <sqlite3.h>\n").empty());
  CHECK_FALSE(found_in("sim/experiment/a.cpp", "#include <CLI/CLI.hpp>\n").empty());
  CHECK_FALSE(found_in("sim/freight/a.cpp", "#include <boost/graph/adjacency_list.hpp>\n").empty());
}

TEST_CASE("a library that nobody has admitted is a breach", "[architecture]") {
  CHECK_FALSE(found_in("sim/freight/a.cpp", "#include <Eigen/Dense>\n").empty());
}

TEST_CASE("a source that does not include its own header first is a breach", "[architecture]") {
  CHECK(breaches({{"network/a.cpp", "#include <vector>\n#include \"network/a.h\"\n"}, {"network/a.h", ""}}).size() ==
        1);
}

TEST_CASE("symbols that differ between platforms are a breach where they reach a result", "[architecture]") {
  CHECK_FALSE(found_in("sim/freight/a.cpp", "double x = std::log(2.0);\n").empty());
  CHECK_FALSE(found_in("sim/freight/a.cpp", "double x = pow(2.0, y);\n").empty());
  CHECK_FALSE(found_in("sim/base/a.cpp", "std::normal_distribution<> d;\n").empty());
  CHECK_FALSE(found_in("sim/freight/a.cpp", "auto now = std::chrono::system_clock::now();\n").empty());
  CHECK_FALSE(found_in("viz/cli/a.cpp", "int x = std::rand();\n").empty());
}

TEST_CASE("words in comments and texts are no breach", "[architecture]") {
  CHECK(
      found_in("sim/freight/a.cpp", "// std::log( differs\nchar const* s = \"pow(2)\"; catalog(x); portable_log(x);\n")
          .empty());
}

TEST_CASE("every header compiles on its own", "[architecture][slow]") {
  for (auto const& file : program_sources()) {
    if (file.path.substr(file.path.size() - 2) != ".h") continue;
    INFO(file.path);
    CHECK(std::system((SHUDAO_COMPILER " -std=c++20 -fsyntax-only -w -I. -x c++ " + file.path).c_str()) == 0);
  }
}

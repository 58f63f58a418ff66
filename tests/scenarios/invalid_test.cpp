#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "scenarios/read.h"
#include "sim/base/errors.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

std::string const kFolder = "tests/invalid/";

std::vector<std::string> invalid_files() {
  std::vector<std::string> files;
  for (auto const& entry : std::filesystem::directory_iterator{kFolder}) {
    if (entry.path().extension() == ".json") files.push_back(entry.path().filename().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The name of the file, then one line an error.
std::string messages_of(std::string const& file) {
  try {
    read_scenario(kFolder + file);
  } catch (InputErrors const& errors) {
    std::string text = file + '\n';
    for (auto const& error : errors.errors()) text += "  " + shudao::text(error) + '\n';
    return text;
  }
  return file + "\n  is read without an error\n";
}

std::string content(std::string const& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("every broken file says all that is wrong with it, in these words", "[scenarios]") {
  std::string said;
  for (auto const& file : invalid_files()) said += messages_of(file);
  if (std::getenv("SHUDAO_UPDATE_GOLDEN") != nullptr) {
    std::ofstream{kFolder + "messages.txt"} << said;
    FAIL("messages.txt was written anew: read the difference, then run without SHUDAO_UPDATE_GOLDEN");
  }
  std::istringstream is{said};
  std::istringstream expected{content(kFolder + "messages.txt")};
  for (std::string line, wanted; std::getline(is, line);) {
    std::getline(expected, wanted);
    REQUIRE(line == wanted);
  }
  CHECK(content(kFolder + "messages.txt").size() == said.size());
}

TEST_CASE("a fault in an included file is said with the line of that file", "[scenarios]") {
  CHECK_THAT(messages_of("fault_in_include.json"),
             Catch::Contains("tests/invalid/parts/far-north.json:2: /places/pole/lat"));
}

TEST_CASE("several faults of one file are said at once, each with the name that was meant", "[scenarios]") {
  auto const said = messages_of("many_at_once.json");
  CHECK_THAT(said, Catch::Contains("did you mean d-city?") && Catch::Contains("did you mean transit?") &&
                       Catch::Contains("/patch/services/train/capacity_teu: expected an integer"));
}

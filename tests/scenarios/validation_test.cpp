#include "scenarios/validation.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "scenarios/read.h"
#include "sim/base/errors.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

std::string content(std::string const& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> errors_in(std::string const& path) {
  std::vector<std::string> said;
  try {
    read_validation(path);
  } catch (InputErrors const& wrong) {
    for (auto const& error : wrong.errors()) said.push_back(text(error));
  }
  return said;
}

/// A copy of the tiny world beside its calibrated patch.
struct Folder {
  Folder() {
    std::filesystem::create_directories(path);
    std::string world = content("tests/experiment/validation/world.json");
    world.insert(world.find('{') + 1, "\"calibrated\": \"calibrated.json\",");
    std::ofstream{path + "/scenario.json"} << world;
    std::ofstream{path + "/calibrated.json"}
        << R"({"format": 1, "id": "known-calibrated", "base": "scenario.json", "title": {"zh": "甲", "en": "a"},)"
        << R"( "patch": {"links": {"bc": {"speed_km_h": {"value": 40, "calibrated": true}}}}})";
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string const path = "tests/scenarios/folder-for-this-test";
};

Pedigree speed_of(Scenario const& scenario) {
  for (auto const& number : scenario.numbers)
    if (number.pointer == "/links/bc/speed_km_h") return number;
  return {};
}

}  // namespace

TEST_CASE("a broken validation file says all that is wrong with it, in these words", "[scenarios]") {
  std::string said;
  for (std::string const& line : errors_in("tests/invalid/parts/validation.json")) said += line + "\n";
  std::string const golden = "tests/invalid/parts/validation.txt";
  if (std::getenv("SHUDAO_UPDATE_GOLDEN") != nullptr) {
    std::ofstream{golden} << said;
    FAIL(golden + " was written anew: read the difference, then run without SHUDAO_UPDATE_GOLDEN");
  }
  CHECK(said == content(golden));
}

TEST_CASE("the published schema of validation files is what the reader reads", "[scenarios]") {
  std::string const path = "scenarios/schema/validation.schema.json";
  if (std::getenv("SHUDAO_UPDATE_GOLDEN") != nullptr) {
    std::ofstream{path} << validation_schema();
    FAIL(path + " was written anew: read the difference, then run without SHUDAO_UPDATE_GOLDEN");
  }
  CHECK((content(path) == validation_schema()));
}

TEST_CASE("units are known by the names that sources use", "[scenarios]") {
  CHECK((unit_called("trains/week")->dimension == Dimension::vehicles_per_year));
  CHECK(unit_called("trains/week")->factor == Approx(365.2425 / 7));
  CHECK(unit_called("d")->factor == 24);
  CHECK_FALSE(unit_called("days").has_value());
}

TEST_CASE("a world has the calibrated values that it names, and so has every patch of it", "[scenarios]") {
  Folder const folder;
  Pedigree const speed = speed_of(read_scenario(folder.path));
  CHECK((speed.value == 40 && speed.is_calibrated && speed.low == 20));
  CHECK(speed_of(read_scenario(folder.path + "/calibrated.json")).value == 40);
}

TEST_CASE("a validation file is told from a world", "[scenarios]") {
  CHECK(is_validation("tests/experiment/validation/validation.json"));
  CHECK_FALSE(is_validation("tests/experiment/validation/world.json"));
  CHECK_FALSE(is_validation("scenarios"));
}

TEST_CASE("a validation file has the rows of those that it includes, each in its own world", "[scenarios]") {
  Validation const whole = read_validation("tests/experiment/validation/whole.json");
  auto const one = read_validation("tests/experiment/validation/validation.json");
  CHECK(whole.rows.size() == one.rows.size() + 1);
  CHECK(whole.free.size() == one.free.size());
  for (auto const& row : whole.rows)
    if (row.id == "slow-run") CHECK(row.first.world == "slow.json");
  CHECK(whole.worlds.size() == 2);
}

#include "scenarios/study.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
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

void check_golden(std::string const& path, std::string const& said) {
  if (std::getenv("SHUDAO_UPDATE_GOLDEN") != nullptr) {
    std::ofstream{path} << said;
    FAIL_CHECK(path + " was written anew: read the difference, then run without SHUDAO_UPDATE_GOLDEN");
    return;
  }
  CHECK((content(path) == said));
}

std::string faults_of(std::string const& path) {
  std::string said;
  try {
    read_study(path);
  } catch (InputErrors const& wrong) {
    for (auto const& error : wrong.errors()) said += text(error) + "\n";
  }
  return said;
}

StudyWorld const& world_called(Study const& study, std::string const& id) {
  return *std::find_if(study.worlds.begin(), study.worlds.end(), [&](StudyWorld const& w) { return w.id == id; });
}

bool says(Study const& study, std::string const& note) {
  return std::find(study.notes.begin(), study.notes.end(), note) != study.notes.end();
}

Study tiny() { return read_study("tests/experiment/study/speed.json"); }

}  // namespace

TEST_CASE("a broken study says all that is wrong with it, in these words", "[scenarios]") {
  for (std::string const name : {"study", "study-missing", "study-window", "study-worlds"})
    check_golden("tests/invalid/parts/" + name + ".txt", faults_of("tests/invalid/parts/" + name + ".json"));
}

TEST_CASE("the published schema of studies is what the reader reads", "[scenarios]") {
  check_golden("scenarios/schema/study.schema.json", study_schema());
}

TEST_CASE("every world of a study is its base with the rules and the patch of the alternative", "[scenarios]") {
  Study const study = tiny();
  REQUIRE(study.worlds.size() == 4);
  CHECK(study.worlds.front().scenario.id == "T01");
  Scenario const& faster = world_called(study, "faster").scenario;
  CHECK((faster.id == "T01.faster" && faster.base_id == "T01" && faster.title.en == "80 km/h"));
  CHECK(faster.window.ms() == Duration::from_days(14).ms());
  CHECK(world_called(study, "inspected").scenario.rules.size() == 1);
  CHECK(study.worlds.front().scenario.rules.size() == 0);
}

TEST_CASE("a flow that a study does not keep brings nothing, in any of its worlds", "[scenarios]") {
  for (StudyWorld const& world : tiny().worlds)
    for (Flow const& flow : world.scenario.flows) CHECK((flow.teu_per_year > 0) == (flow.id == "through"));
}

TEST_CASE("the numbers of a study may name its own sources", "[scenarios]") {
  Study const study = tiny();
  auto const& numbers = world_called(study, "faster").scenario.numbers;
  CHECK(std::any_of(numbers.begin(), numbers.end(), [](Pedigree const& n) { return n.source == "plan"; }));
}

TEST_CASE("a patch that changes nothing is said with the name of its alternative", "[scenarios]") {
  CHECK(says(tiny(), "base: the patch changes nothing at /run/warm_up_weeks"));
}

TEST_CASE("a study is told from a world and from a validation file", "[scenarios]") {
  CHECK(is_study("tests/experiment/study/speed.json"));
  CHECK_FALSE(is_study("tests/experiment/validation/world.json"));
  CHECK_FALSE(is_study("tests/experiment/validation/validation.json"));
}

TEST_CASE("a shortened study runs over other weeks and is otherwise the same", "[scenarios]") {
  Study const study = shortened(tiny(), 0, 1);
  for (StudyWorld const& world : study.worlds) {
    CHECK(world.scenario.warm_up.ms() == 0);
    CHECK(world.scenario.window.ms() == Duration::from_days(7).ms());
  }
  CHECK(world_called(study, "faster").scenario.title.en == "80 km/h");
}

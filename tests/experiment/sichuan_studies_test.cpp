#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "sim/experiment/studying.h"

using namespace shudao;
using namespace shudao::experiment;

namespace {

std::string const kFolder = "scenarios/sichuan/studies";
constexpr int kWarmUpWeeks = 2, kWindowWeeks = 4;

std::vector<std::string> files() {
  std::vector<std::string> all;
  if (!std::filesystem::is_directory(kFolder)) return all;
  for (auto const& entry : std::filesystem::directory_iterator{kFolder}) {
    if (entry.path().extension() == ".json" && scenarios::is_study(entry.path().string()))
      all.push_back(entry.path().string());
  }
  std::sort(all.begin(), all.end());
  return all;
}

StudyOptions once() {
  StudyOptions options;
  options.replications = 1;
  return options;
}

bool is_expected_to_move(StudyComparison const& c) {
  return c.expected == scenarios::Expectation::lower || c.expected == scenarios::Expectation::higher;
}

/// Whether everything moves that the plans expect to, and nothing that should not.
bool is_as_it_should_be(StudyComparison const& c) {
  bool const moves = c.test.difference.n > 0 && c.test.difference.value != 0;
  if (c.expected == scenarios::Expectation::equal) return !moves;
  return moves || !is_expected_to_move(c);
}

bool is_as_it_should_be(StudyAnswer const& answer) {
  return std::all_of(answer.worlds.begin(), answer.worlds.end(), [](WorldAnswer const& world) {
    return std::all_of(world.comparisons.begin(), world.comparisons.end(),
                       [](StudyComparison const& c) { return is_as_it_should_be(c); });
  });
}

void check_effects(scenarios::Study const& study, StudyAnswer const& answer) {
  for (WorldAnswer const& world : answer.worlds) {
    for (StudyComparison const& c : world.comparisons) {
      INFO(study.id << ", alternative " << world.id << ", measure " << c.measure << ": " << c.sentence.en);
      CHECK(is_as_it_should_be(c));
    }
  }
}

}  // namespace

// Some effects come with a season that four weeks do not reach: these studies are asked again at their own horizon.
TEST_CASE("each study of Sichuan has the id of its file and keeps the laws; what is expected to matter does",
          "[studies]") {
  REQUIRE(files().size() == 48);
  for (std::string const& file : files()) {
    INFO(file);
    scenarios::Study const study = scenarios::read_study(file);
    CHECK(std::filesystem::path{file}.stem().string() == study.id);
    StudyAnswer answer = experiment::answer(scenarios::shortened(study, kWarmUpWeeks, kWindowWeeks), once());
    if (!is_as_it_should_be(answer)) answer = experiment::answer(study, once());
    CHECK(answer.laws_hold());
    check_effects(study, answer);
  }
}

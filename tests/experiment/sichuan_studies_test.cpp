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

/// What of the study does not move although the plans expect it to, or moves although it should not.
void check_effects(scenarios::Study const& study, StudyAnswer const& answer) {
  for (WorldAnswer const& world : answer.worlds) {
    for (StudyComparison const& c : world.comparisons) {
      INFO(study.id << ", alternative " << world.id << ", measure " << c.measure << ": " << c.sentence.en);
      if (c.expected == scenarios::Expectation::equal) CHECK(c.test.difference.value == 0);
      bool const is_expected_to_move =
          c.expected == scenarios::Expectation::lower || c.expected == scenarios::Expectation::higher;
      if (is_expected_to_move) CHECK((c.test.difference.n > 0 && c.test.difference.value != 0));
    }
  }
}

}  // namespace

TEST_CASE("each study of Sichuan has the id of its file and keeps the laws; what is expected to matter does",
          "[studies]") {
  for (std::string const& file : files()) {
    INFO(file);
    scenarios::Study const study = scenarios::shortened(scenarios::read_study(file), kWarmUpWeeks, kWindowWeeks);
    CHECK(std::filesystem::path{file}.stem().string() == study.id);
    StudyAnswer const answer = experiment::answer(study, once());
    CHECK(answer.laws_hold());
    check_effects(study, answer);
  }
}

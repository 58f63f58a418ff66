#include "tests/report/studied.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "scenarios/read.h"
#include "sim/experiment/study.h"
#include "viz/report/build_report.h"

namespace shudao::viz::report {
namespace {

scenarios::Observed observed_journey() {
  scenarios::Observed journey;
  journey.id = "journey-2017";
  journey.name = {"成都—罗兹", "Chengdu-Łódź"};
  journey.measure = "journey_time";
  journey.selector = R"({"flows":["chengdu-lodz-ordinary"],"from":"cn-qingbaijiang","to":"pl-lodz"})";
  journey.value = 13;
  journey.low = 12;
  journey.high = 14;
  journey.unit = "d";
  journey.year = 2017;
  journey.source = {"journey-2017", "a report", "", 2017, 'B'};
  return journey;
}

}  // namespace

std::unique_ptr<StudyData> compared(std::string const& base_file, std::string const& alternative_file) {
  std::string const store = (std::filesystem::temp_directory_path() / "shudao-study-report-test.db").string();
  std::filesystem::remove(store);
  auto const base = scenarios::read_scenario(base_file), alternative = scenarios::read_scenario(alternative_file);
  experiment::StudyOptions options;
  options.replications = 1;
  options.store = store;
  options.observed = {observed_journey()};
  (void)experiment::compare_study(base, {&alternative}, options);
  auto made = std::make_unique<StudyData>(store);
  std::filesystem::remove(store);
  return made;
}

StudyData const& first_corridors() {
  static auto const data = compared("scenarios/first-corridors", "scenarios/first-corridors/declare-at-home.json");
  return *data;
}

FigureData figure_called(std::string const& id) {
  auto const figures = figures_of(first_corridors());
  auto const at = std::find_if(figures.begin(), figures.end(), [&](auto const& one) { return one.id == id; });
  REQUIRE(at != figures.end());
  return *at;
}

}  // namespace shudao::viz::report

#include "sim/experiment/kept_study.h"

#include <catch2/catch.hpp>

#include "folder.h"
#include "sim/experiment/studying.h"

namespace shudao::experiment {
namespace {

scenarios::Observed observed_trip() {
  scenarios::Observed trip;
  trip.id = "trip-2020";
  trip.name = {"行程", "trip"};
  trip.measure = "journey_time";
  trip.selector = R"({"from":"a","to":"b"})";
  trip.value = 3.5;
  trip.low = 3;
  trip.high = 4;
  trip.unit = "d";
  trip.year = 2020;
  trip.source = {"trip-2020", "a report", "", 2020, 'B'};
  return trip;
}

/// The store of tests/experiment/study/speed.json.
std::string answered(Folder const& folder) {
  StudyOptions options;
  options.threads = 1;
  options.replications = 10;
  options.store = folder.file("study.db");
  options.observed = {observed_trip()};
  (void)answer(scenarios::read_study("tests/experiment/study/speed.json"), options);
  return options.store;
}

}  // namespace

TEST_CASE("a store tells what the study asked, in the order of its file, and what it found", "[experiment]") {
  Folder const folder;
  auto const kept = read_kept_study(answered(folder));
  REQUIRE(kept.has_value());
  CHECK(kept->worlds.front().role == "base");
  REQUIRE_FALSE(kept->measures.empty());
  CHECK(kept->found.front().measure == kept->measures.front().id);
  auto const& faster = *std::find_if(kept->found.begin(), kept->found.end(),
                                     [](auto const& one) { return one.role == "faster" && one.measure == "run"; });
  CHECK(faster.difference.value == Approx(-1.5).epsilon(1e-9));
  CHECK(faster.verdict == name_of(Finding::lower));
  CHECK(faster.as_expected == true);
}

TEST_CASE("a store tells what was observed beside its results", "[experiment]") {
  Folder const folder;
  auto const observed = read_kept_observed(answered(folder));
  REQUIRE(observed.size() == 1);
  CHECK(observed[0].selector == observed_trip().selector);
  CHECK(observed[0].high == 4);
  CHECK(observed[0].source.grade == 'B');
  CHECK_FALSE(observed[0].is_held_out);
}

TEST_CASE("the store of a comparison was asked for by no study file", "[experiment]") {
  Folder const folder;
  StudyOptions options;
  options.replications = 1;
  options.store = folder.file("run.db");
  (void)run_study(scenarios::read_study("tests/experiment/study/speed.json").worlds.front().scenario, options);
  CHECK_FALSE(read_kept_study(options.store).has_value());
}

}  // namespace shudao::experiment

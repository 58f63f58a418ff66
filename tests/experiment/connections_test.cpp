/// Missed connections, in a world where everything but the running time of the first train is certain.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "scenarios/read.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {
namespace {

using nlohmann::json;

/// Share of missed connections of the second train, over ten replications.
Measure missed(char const* merge_patch) {
  std::ifstream file{"scenarios/examples/connection.json"};
  json world = json::parse(file);
  world.merge_patch(json::parse(merge_patch));
  StudyOptions options;
  options.replications = 10;
  options.threads = 2;
  ScenarioResult const result = run_study(scenarios::read_document(world.dump(), "world"), options).comparison.base;
  CHECK(result.laws.hold());
  ServiceResult const& second = result.services.at(1);
  REQUIRE(second.connections.size() == 1);
  CHECK(second.connections[0].place == "b");
  CHECK(result.services.at(0).connections.empty());
  return second.connections[0].missed_share;
}

}  // namespace

TEST_CASE("a train that is late half of the time misses its connection half of the time", "[experiment]") {
  // 10 or 20 hours after 01:00, promised in 15; the next train leaves at 18:00. 3,640 trains: 5 standard errors of a
  // share of one half are 0.041.
  Measure const share = missed("{}");
  CHECK(share.n == 10);
  CHECK(share.value == Approx(0.5).margin(0.041));
}

TEST_CASE("no connection is missed that the promised arrival would not have made", "[experiment]") {
  CHECK(missed(R"({"services": {"second": {"departures": ["mon 15:00", "tue 15:00", "wed 15:00", "thu 15:00",
                   "fri 15:00", "sat 15:00", "sun 15:00"]}}})")
            .value == 0);
}

TEST_CASE("a run that left with no room was not missed", "[experiment]") {
  // Two lots a day and room for one: the second train is always full with what waits already.
  CHECK(missed(R"({"services": {"second": {"capacity_teu": 1}}, "flows": {"lots": {"teu_per_year": 730.485}}})").value <
        0.01);
}

TEST_CASE("work at a stop is promised, waiting for it is not", "[experiment]") {
  // Four hours of unloading move the promise to 20:00, after the train of 18:00.
  CHECK(missed(R"({"places": {"b": {"handling": {"rail": {"min_per_teu": 240}}}}})").value == 0);
  CHECK(missed(R"({"places": {"b": {"handling": {"rail": {"min_per_teu": 60}}}}})").value == Approx(0.5).margin(0.041));
}

}  // namespace shudao::experiment

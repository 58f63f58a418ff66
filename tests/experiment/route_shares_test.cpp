#include "sim/experiment/route_shares.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "scenarios/read.h"
#include "sim/base/random.h"
#include "sim/experiment/codec.h"

namespace shudao::experiment {
namespace {

using Json = nlohmann::json;

scenarios::Scenario two_routes(char const* patch = "{}") {
  std::ifstream file{"scenarios/examples/two_routes.json"};
  Json world = Json::parse(file);
  world.merge_patch(Json::parse(patch));
  return scenarios::read_document(world.dump(), "two_routes");
}

StudyOptions replications(int count, int threads = 2) {
  StudyOptions options;
  options.replications = count;
  options.threads = threads;
  return options;
}

/// Of 100 consignments a week, drawn with these probabilities.
Measure swing_of(std::size_t weeks, double amplitude, double weeks_of_wave) {
  RandomStream draws{{1, 0}, Purpose::guest, name_hash("swing")};
  std::vector<std::int64_t> taken, all;
  for (std::size_t w = 0; w < weeks; ++w) {
    double const share = 0.5 + amplitude * std::sin(6.283185307 * static_cast<double>(w) / weeks_of_wave);
    std::int64_t count = 0;
    for (int i = 0; i < 100; ++i) count += draws.uniform() < share ? 1 : 0;
    taken.push_back(count);
    all.push_back(100);
  }
  return swing(taken, all);
}

/// East has half of the slots that it needs, what is heard of it is twenty days old and forgotten in half a day, and a
/// few yuan decide.
char const* const kHectic = R"({"links": {"east": {"slots_per_day": 10}}, "flows": {"lots": {"choice":
  {"memory_days": 0.5, "start_lots": 1, "knowledge_delay_h": 480, "scale_cny_per_teu": 10}}}})";

TEST_CASE("chance alone is no swing", "[experiment]") { CHECK(swing_of(26, 0, 6).value == 0); }

TEST_CASE("the swing of a share that goes up and down is its amplitude", "[experiment]") {
  CHECK(swing_of(600, 0.3, 6).value == Approx(0.3).epsilon(0.05));
}

TEST_CASE("too few weeks tell nothing of swings", "[experiment]") { CHECK(swing_of(7, 0.3, 6).n == 0); }

TEST_CASE("the shares of the routes of a flow are reported with their intervals and make up one", "[experiment]") {
  FlowResult const lots = run_study(two_routes(), replications(3)).comparison.base.flows.at(0);
  REQUIRE(lots.routes.size() == 2);
  CHECK(lots.routes[0].id == "east");
  CHECK(lots.routes[0].share.n == 3);
  CHECK(lots.routes[0].share.ci95);
  CHECK(lots.routes[0].share.value + lots.routes[1].share.value == Approx(1));
  CHECK(lots.routes[0].transit_time_h.value == Approx(10));
}

TEST_CASE("shares that settle raise no warning", "[experiment]") {
  auto const narrow = two_routes(R"({"links": {"east": {"slots_per_day": 10}}})");
  CHECK(run_study(narrow, replications(2)).comparison.base.flows.at(0).settles());
}

TEST_CASE("shares that do not settle are told by how much they swing", "[experiment]") {
  FlowResult const lots = run_study(two_routes(kHectic), replications(2)).comparison.base.flows.at(0);
  CHECK_FALSE(lots.settles());
  CHECK(lots.routes[0].swing.value > 0.2);
}

TEST_CASE("shares do not depend on the number of threads", "[experiment]") {
  auto const scenario = two_routes(kHectic);
  std::string const alone = text_of(run_study(scenario, replications(2, 1)).comparison);
  CHECK(text_of(run_study(scenario, replications(2, 4)).comparison) == alone);
}

TEST_CASE("shares are read from text as they were written", "[experiment]") {
  std::string const text = text_of(run_study(two_routes(), replications(2)).comparison);
  CHECK(text_of(comparison_from(text)) == text);
}

TEST_CASE("scenarios that differ in routes are paired by consignment", "[experiment]") {
  auto const only_east = two_routes(R"({"id": "only-east", "flows": {"lots": {"routes": null, "choice": null,
    "route": [{"service": "east", "to": "b"}]}}})");
  auto const slow_west = two_routes(R"({"id": "slow-west", "links": {"west": {"running_time_h": 14}},
    "run": {"freeze_shares": true}})");
  Comparison const c = compare_study(only_east, {&slow_west}, replications(2)).comparison;
  CorridorDifference const& difference = c.alternatives.at(0).corridors.at(0);
  CHECK(difference.base_only == 0);
  CHECK(difference.alternative_only == 0);
  CHECK(difference.pairs == c.base.corridors.at(0).consignments);
  double const by_west = c.alternatives.at(0).result.flows.at(0).routes.at(1).share.value;
  CHECK(difference.transit_time_h.value == Approx(4 * by_west));
}

}  // namespace
}  // namespace shudao::experiment

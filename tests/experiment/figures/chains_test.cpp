#include <catch2/catch.hpp>

#include "golden_world.h"
#include "scenarios/read.h"
#include "sim/experiment/figures/chain_results.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {
namespace {

ScenarioResult golden_result() {
  scenarios::Scenario const world = golden_world();
  return result_of(world, golden_stream(), world.horizon());
}
ChainResult golden_chain() { return golden_result().figures.corridors.at(0).chains.at(0); }

TEST_CASE("time along a chain steps at its places and ends at the mean transit time", "[experiment][figures]") {
  auto const points = golden_chain().points;
  REQUIRE(points.size() == 3);
  CHECK(points[0].arrival_h.value == 0);
  CHECK(points[0].departure_h.value == 3);
  CHECK(points[1].km == 100);
  CHECK(points[1].arrival_h.value == 7.5);
  CHECK(points[1].departure_h.value == 16.5);
  CHECK(points[2].arrival_h.value == 25.5);
  CHECK(points[2].departure_h.value == 27);
  CHECK(golden_result().corridors.at(0).transit_time_h.mean.value == 27);
}

TEST_CASE("the band of a chain holds from a tenth to nine tenths of its consignments", "[experiment][figures]") {
  auto const points = golden_chain().points;
  CHECK(points[1].arrival_p10_h.value == 6);
  CHECK(points[1].arrival_p90_h.value == 9);
  CHECK(points[2].departure_p10_h.value == 26);
  CHECK(points[2].departure_p90_h.value == 28);
}

TEST_CASE("cost along a chain steps at its places and ends at the mean cost", "[experiment][figures]") {
  auto const points = golden_chain().points;
  CHECK(points[0].arrival_cny_per_teu.value == 0);
  CHECK(points[0].departure_cny_per_teu.value == Approx(50 + 100.0 / 3));
  CHECK(points[1].arrival_cny_per_teu.value == Approx(750 + 100.0 / 3));
  CHECK(points[1].departure_cny_per_teu.value == Approx(980 + 100.0 / 3));
  CHECK(points[2].arrival_cny_per_teu.value == Approx(2780 + 100.0 / 3));
  CHECK(points[2].departure_cny_per_teu.value == Approx(8560.0 / 3));
  CHECK(golden_result().corridors.at(0).cost_cny_per_teu.value == points[2].departure_cny_per_teu.value);
}

TEST_CASE("interest on the cargo grows with the time under way", "[experiment][figures]") {
  scenarios::Scenario world = golden_world();
  scenarios::Flow& flow = world.flows[scenarios::FlowId{0}];
  flow.value_cny_per_teu = 100'000;
  flow.interest_per_year = 0.05;
  ChainResult const chain = result_of(world, golden_stream(), world.horizon()).figures.corridors.at(0).chains.at(0);
  double const cny_per_hour = 100'000 * 0.05 / (365.2425 * 24);
  // To the border 2 TEU took 9 h and 1 TEU 6 h.
  CHECK(chain.points[1].arrival_cny_per_teu.value == Approx(750 + 100.0 / 3 + 8 * cny_per_hour));
}

TEST_CASE("the emissions of the elements sum to those of the chain", "[experiment][figures]") {
  ChainResult const chain = golden_chain();
  REQUIRE(chain.elements.size() == 2);
  CHECK(chain.elements[0].mode == "rail");
  CHECK(chain.elements[0].co2e_kg_per_teu.value == 20);
  CHECK(chain.elements[0].co2e_g_per_tkm.value == 20);
  CHECK(chain.elements[1].services == std::vector<std::string>{"truck"});
  CHECK(chain.elements[1].co2e_kg_per_teu.value == 240);
  CHECK(chain.elements[1].co2e_g_per_tkm.value == 80);
  CHECK(golden_result().corridors.at(0).co2e_kg_per_teu.value == 260);
}

TEST_CASE("emissions along a chain grow with distance and end at those of the corridor", "[experiment][figures]") {
  auto const points = golden_chain().points;
  CHECK(points[0].co2e_kg_per_teu.value == 0);
  CHECK(points[1].co2e_kg_per_teu.value == 20);   // 10 t × 100 km × 20 g
  CHECK(points[2].co2e_kg_per_teu.value == 260);  // and 10 t × 300 km × 80 g
}

TEST_CASE("the tariffs of the elements are those of their rides", "[experiment][figures]") {
  ChainResult const chain = golden_chain();
  CHECK(chain.elements[0].tariff_cny_per_teu.value == Approx(700));   // 500 CNY and 100 km at 2 CNY
  CHECK(chain.elements[1].tariff_cny_per_teu.value == Approx(1800));  // 300 km at 6 CNY
}

TEST_CASE("the distribution of transit times goes from the shortest to the longest", "[experiment][figures]") {
  auto const quantiles = golden_result().figures.corridors.at(0).transit_quantiles_h;
  REQUIRE(quantiles.size() == 101);
  CHECK(quantiles[0].value == 26);
  CHECK(quantiles[50].value == 26);
  CHECK(quantiles[51].value == 28);
  CHECK(quantiles[100].value == 28);
}

scenarios::Scenario const kFirstCorridors = scenarios::read_scenario("scenarios/first-corridors");
/// One replication of the model itself.
ScenarioResult const& first_corridors() {
  static ScenarioResult const result = [] {
    StudyOptions options;
    options.replications = 1;
    return run_study(kFirstCorridors, options).comparison.base;
  }();
  return result;
}

TEST_CASE("the chains of a corridor end together at its mean transit time, cost and CO2e", "[experiment][figures]") {
  ScenarioResult const& result = first_corridors();
  for (std::size_t i = 0; i < result.corridors.size(); ++i) {
    double hours = 0, cny = 0, kg = 0;
    for (ChainResult const& chain : result.figures.corridors[i].chains) {
      ChainPoint const& end = chain.points.back();
      hours += end.departure_h.value * static_cast<double>(chain.consignments);
      cny += end.departure_cny_per_teu.value * chain.share.value;
      kg += end.co2e_kg_per_teu.value * chain.share.value;
    }
    CHECK(hours / static_cast<double>(result.corridors[i].consignments) ==
          Approx(result.corridors[i].transit_time_h.mean.value).epsilon(1e-12));
    CHECK(cny == Approx(result.corridors[i].cost_cny_per_teu.value).epsilon(1e-12));
    CHECK(kg == Approx(result.corridors[i].co2e_kg_per_teu.value).epsilon(1e-12));
  }
}

TEST_CASE("the last step of a chain is its crane and an hour's interest, nothing unplaced", "[experiment][figures]") {
  for (std::size_t i = 0; i < first_corridors().corridors.size(); ++i) {
    scenarios::PlaceId const to = kFirstCorridors.corridors[scenarios::CorridorId{i}].to;
    double const crane = to_cny(kFirstCorridors.places[to].handling.front().cost_per_teu);
    for (ChainResult const& chain : first_corridors().figures.corridors[i].chains) {
      ChainPoint const& end = chain.points.back();
      double const step = end.departure_cny_per_teu.value - end.arrival_cny_per_teu.value;
      CHECK(step >= crane - 0.01);
      CHECK(step < crane + 5);
    }
  }
}

}  // namespace
}  // namespace shudao::experiment

#include "sim/experiment/figures/indicators.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "golden_world.h"
#include "sim/experiment/merging.h"

namespace shudao::experiment {
namespace {

ScenarioResult golden_result() {
  scenarios::Scenario const world = golden_world();
  return result_of(world, golden_stream(), world.horizon());
}

Indicator indicator(ScenarioResult const& result, std::string const& name, std::string const& place = "") {
  auto const& all = result.figures.corridors.at(0).indicators;
  auto const found =
      std::find_if(all.begin(), all.end(), [&](auto const& i) { return i.name == name && i.place == place; });
  REQUIRE(found != all.end());
  return *found;
}
double value(std::string const& name, std::string const& place = "") {
  return indicator(golden_result(), name, place).measure.value;
}

TEST_CASE("TFI1 is the mean time from coming to a border crossing point to leaving it", "[experiment][figures]") {
  CHECK(value("tfi1_border_h", "g") == 9);  // (6 h + 12 h) / 2
  CHECK(value("tfi1_border_h") == 9);
}

TEST_CASE("TFI2 is what is paid at a border crossing point per 20 t", "[experiment][figures]") {
  // 300 + 60 CNY formalities and 3 TEU × 110 CNY cranes on 30 t.
  CHECK(value("tfi2_border_cny_per_20t", "g") == Approx(690.0 / 30 * 20));
}

TEST_CASE("TFI3 is what is paid for 500 km and 20 t", "[experiment][figures]") {
  // 3 TEU × (2,500 + 200) CNY and 460 CNY formalities on 400 km × 30 t.
  CHECK(value("tfi3_section_cny_per_500km_20t") == Approx(8560.0 / 12'000 * 10'000));
}

TEST_CASE("TFI4 is the distance of all trips over their hours, with stops and without", "[experiment][figures]") {
  CHECK(value("tfi4_swd_km_per_h") == Approx(800.0 / 45));   // 21 h + 24 h
  CHECK(value("tfi4_swod_km_per_h") == Approx(800.0 / 27));  // 15 h + 12 h
  CHECK(value("mean_trip_km_per_h") == Approx((400.0 / 21 + 400.0 / 24) / 2));
}

TEST_CASE("the inverse speeds with and without delay differ by stop hours over distance", "[experiment][figures]") {
  double const stops = value("trip_stop_h") / value("trip_km");
  CHECK(1 / value("tfi4_swd_km_per_h") == Approx(1 / value("tfi4_swod_km_per_h") + stops).epsilon(1e-12));
  CHECK(stops == Approx(9.0 / 400));
}

TEST_CASE("the buffer index is how much P95 exceeds the mean, as a share of it", "[experiment][figures]") {
  CHECK(value("planning_time_h") == 28);
  CHECK(value("buffer_index") == Approx(1.0 / 27));
}

TEST_CASE("the emissions of a chain are told per tonne-kilometre", "[experiment][figures]") {
  CHECK(value("co2e_g_per_tkm") == Approx(65));  // (20 × 100 + 80 × 300) / 400
}

TEST_CASE("an indicator with fewer than thirty observations is flagged", "[experiment][figures]") {
  Replication const one{0, golden_result(), {}};
  CHECK(indicator(merged(std::vector(14, one)), "tfi1_border_h").is_few());
  CHECK_FALSE(indicator(merged(std::vector(15, one)), "tfi1_border_h").is_few());
}

TEST_CASE("a corridor without a border crossing has no TFI1", "[experiment][figures]") {
  scenarios::Scenario const world = tiny_world();
  Stream const stream = Stream{}.life(0, 1, world.window_start());
  auto const all = result_of(world, stream, world.horizon()).figures.corridors.at(0).indicators;
  CHECK(std::none_of(all.begin(), all.end(), [](auto const& i) { return i.name == "tfi1_border_h"; }));
}

}  // namespace
}  // namespace shudao::experiment

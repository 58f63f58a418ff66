#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "scenarios/adjust.h"
#include "scenarios/read.h"
#include "sim/base/errors.h"
#include "sim/experiment/calibrating.h"
#include "sim/experiment/fit.h"
#include "sim/experiment/spread.h"
#include "sim/experiment/validating.h"

using namespace shudao;
using namespace shudao::experiment;

namespace {

std::string const kFolder = "tests/experiment/validation/";

scenarios::Validation tiny() { return scenarios::read_validation(kFolder + "validation.json"); }

scenarios::OutcomeRow const& row_called(scenarios::Validation const& validation, std::string const& id) {
  for (auto const& row : validation.rows)
    if (row.id == id) return row;
  throw BrokenPromise{"no such row"};
}

RowResult const& result_called(ValidationResult const& result, std::string const& id) {
  for (auto const& row : result.rows)
    if (row.id == id) return row;
  throw BrokenPromise{"no such row"};
}

std::string said_by(std::function<void()> const& act) {
  try {
    act();
  } catch (InputErrors const& wrong) {
    return text(wrong.errors().front());
  }
  return "nothing";
}

StudyOptions quickly() {
  StudyOptions options;
  options.threads = 1;
  return options;
}

}  // namespace

TEST_CASE("a validation finds every figure that theory gives for the tiny world", "[experiment]") {
  auto const validation = tiny();
  auto const result = validate(validation, quickly());
  CHECK(result.laws_hold());
  // Everything here is deterministic but the gauge change, so figures are exact.
  for (char const* id : {"run-ab", "run-ab-days", "speed-ab", "trains", "boxes", "boxes-bc", "load", "cost", "co2e",
                         "release", "customs-only", "faster", "twice", "wait"}) {
    INFO(id);
    auto const& row = row_called(validation, id);
    CHECK(result_called(result, id).simulated.value == Approx(row.value).epsilon(0.02).margin(1e-9));
  }
  CHECK(result_called(result, "run-ab").is_inside);
  CHECK(result_called(result, "speed-moving").simulated.value == Approx(300.0 / (5 + 4)).epsilon(1e-9));
  CHECK(result_called(result, "run-bc").simulated.value == Approx(4).epsilon(1e-9));
}

TEST_CASE("a vehicle's stay is that of the cargo that stays aboard, slot and formalities together", "[experiment]") {
  auto validation = tiny();
  auto const by_vehicle = row_called(validation, "border-stay");
  auto by_cargo = by_vehicle;
  by_cargo.first.measure = scenarios::Selector{};
  by_cargo.first.measure.kind = scenarios::MeasureKind::stay;
  by_cargo.first.measure.flows.emplace_back("through");
  std::string const place = by_vehicle.first.measure.from;
  by_cargo.first.measure.place = by_cargo.first.measure.from = by_cargo.first.measure.to = place;
  by_cargo.first.measure.begins_at_arrival = by_cargo.first.measure.ends_at_departure = true;
  auto const measures = measured({by_vehicle, by_cargo}, {{"", &validation.scenario()}}, quickly());
  REQUIRE(measures.has_value());
  // Trains carry ten boxes of this flow, give or take one of the regular arrivals.
  CHECK((*measures)[0].value == Approx((*measures)[1].value).epsilon(0.02));
}

TEST_CASE("the share of held-out rows inside their range is counted from the rows", "[experiment]") {
  auto const validation = tiny();
  auto const result = validate(validation, quickly());
  std::int64_t held_out = 0, inside = 0;
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    if (!validation.rows[i].is_held_out) continue;
    ++held_out;
    inside += result.rows[i].is_inside ? 1 : 0;
  }
  CHECK((result.held_out == held_out && result.held_out_inside == inside && result.calibrated == 2));
  CHECK_FALSE(result_called(result, "stay-of-salt").is_inside);
}

TEST_CASE("the same seed gives the same figures on any number of threads", "[experiment]") {
  auto const validation = tiny();
  auto const one = validate(validation, quickly());
  StudyOptions two = quickly();
  two.threads = 2;
  two.executor = ExecutorKind::parallel;
  auto const other = validate(validation, two);
  for (std::size_t i = 0; i < one.rows.size(); ++i) CHECK(one.rows[i].simulated.value == other.rows[i].simulated.value);
}

TEST_CASE("a calibration recovers known hidden parameters within the error that it states", "[experiment]") {
  auto const validation = tiny();
  CalibrationOptions options;
  options.study = quickly();
  options.evaluations = 40;
  auto const result = calibrate(validation, options);
  REQUIRE(result.inputs.size() == 2);
  // Observed are 5 h over 200 km and a stay of 8 h, of which 2 h are papers.
  double const hidden[] = {40, 6};
  for (std::size_t i = 0; i < 2; ++i) {
    FittedInput const& input = result.inputs[i];
    INFO(input.name);
    CHECK(input.after_low <= hidden[i]);
    CHECK(input.after_high >= hidden[i]);
    CHECK(input.after == Approx(hidden[i]).epsilon(0.1));
    CHECK(input.is_identified);
    CHECK_FALSE(input.is_at_bound);
  }
  CHECK(result.misfit_after < 0.05 * result.misfit_before);
  CHECK(result.rows[0].after.is_inside);
  CHECK(result.evaluations <= 40 + 2);
}

TEST_CASE("a calibrated patch is a scenario with the fitted values, marked and explained", "[experiment]") {
  auto const validation = tiny();
  scenarios::CalibratedNumber number_of_speed;
  number_of_speed.adjustment.pointer = "/links/bc/speed_km_h";
  number_of_speed.adjustment.factor = 0.8;
  number_of_speed.fitted_to = "from 50 as speed to run-bc";
  std::vector<scenarios::CalibratedNumber> const numbers{number_of_speed};
  auto const patch = scenarios::calibrated_patch(validation.scenario(), "world.json", numbers);
  std::string const file = kFolder + "patch-for-this-test.json";
  std::ofstream{file} << patch;
  auto const fitted = scenarios::read_scenario(file);
  std::filesystem::remove(file);
  auto const number = std::find_if(fitted.numbers.begin(), fitted.numbers.end(),
                                   [](auto const& n) { return n.pointer == "/links/bc/speed_km_h"; });
  REQUIRE(number != fitted.numbers.end());
  CHECK((number->value == 40 && number->is_calibrated && number->low == 20 && number->high == 80));
  CHECK(number->source == "survey");
  CHECK(number->why == "[fitted from 50 as speed to run-bc]");
  CHECK(fitted.id == "known-calibrated");
}

TEST_CASE("a patched world keeps the value that it sets itself when the base is calibrated", "[experiment]") {
  auto const validation = tiny();
  auto const& slow = validation.worlds.at("slow.json");
  std::vector<scenarios::Adjustment> faster(1);
  faster[0].pointer = "/links/bc/speed_km_h";
  faster[0].factor = 1.2;
  auto const changed = scenarios::adjusted(slow, validation.scenario(), faster);
  CHECK(changed.fingerprint == slow.fingerprint);
  auto const base = scenarios::adjusted(validation.scenario(), validation.scenario(), faster);
  CHECK(base.fingerprint != validation.scenario().fingerprint);
}

TEST_CASE("held-out rows are refused by name", "[experiment]") {
  auto const validation = tiny();
  CalibrationOptions options;
  options.study = quickly();
  options.rows.emplace_back("border-stay");
  options.rows.emplace_back("trains");
  CHECK_THAT(said_by([&] { calibrate(validation, options); }),
             Catch::Contains("/rows/trains") && Catch::Contains("the held-out row trains"));
}

TEST_CASE("an input that must be a whole number is refused", "[experiment]") {
  auto validation = tiny();
  auto const& numbers = validation.scenario().numbers;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (numbers[i].pointer == "/services/train/capacity_teu") validation.free.front().numbers = {i};
  validation.free.front().least = 0.5;
  validation.free.front().most = 2;
  CalibrationOptions options;
  options.study = quickly();
  CHECK_THAT(said_by([&] { calibrate(validation, options); }), Catch::Contains("/free/speed"));
}

TEST_CASE("a row of which nothing happens is no row to fit to", "[experiment]") {
  auto validation = tiny();
  for (auto& row : validation.rows)
    if (row.id == "run-bc") row.first.measure.commodities.emplace_back("salt");
  CalibrationOptions options;
  options.study = quickly();
  CHECK_THAT(said_by([&] { calibrate(validation, options); }), Catch::Contains("/rows/run-bc/measure"));
}

TEST_CASE("the search finds the bottom of a bowl, in one dimension and in three", "[experiment]") {
  for (std::size_t const dimensions : {1U, 3U}) {
    auto const bowl = [](Point const& point) {
      double sum = 0;
      for (double const x : point) sum += (x - 0.37) * (x - 0.37);
      return sum;
    };
    Fit const fit = minimised(bowl, Point(dimensions, 0.9), 80);
    for (double const x : fit.best) CHECK(x == Approx(0.37).margin(0.005));
    CHECK(fit.evaluations <= 80);
  }
}

TEST_CASE("the inverse of a matrix times the matrix is one", "[experiment]") {
  std::vector<std::vector<double>> const matrix{{4, 1, 0}, {1, 3, 1}, {0, 1, 2}};
  auto const inverted = inverse(matrix);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      double sum = 0;
      for (std::size_t j = 0; j < 3; ++j) sum += inverted[i][j] * matrix[j][k];
      CHECK(sum == Approx(i == k ? 1 : 0).margin(1e-12));
    }
  }
}

TEST_CASE("a spread tells mean, deviation and quantiles of what was added", "[experiment]") {
  auto const told = [](scenarios::Statistic statistic) {
    Spread spread{statistic};
    for (int h = 1; h <= 10; ++h) spread.add(Duration::from_h(h));
    return spread.measure().value;
  };
  CHECK(told(scenarios::Statistic::mean) == 5.5);
  CHECK(told(scenarios::Statistic::sd) == Approx(3.0276503540974917));
  CHECK(told(scenarios::Statistic::p50) == 5);
  CHECK(told(scenarios::Statistic::p90) == 9);
}

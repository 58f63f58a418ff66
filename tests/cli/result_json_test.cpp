#include "viz/cli/result_json.h"

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>

#include "sample.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::cli;
using nlohmann::json;

namespace {

bool is_measure(json const& it) {
  return it.is_object() && it.size() == 3 && it.contains("value") && it.contains("ci95") && it.contains("n");
}

}  // namespace

TEST_CASE("a run is one object with the members that scripts rely on", "[cli]") {
  json const run = json::parse(json_text(sample_result()));
  for (char const* key : {"schema_version", "scenario", "seed", "replications", "run_digest", "ledger_digest", "events",
                          "wall_s", "laws", "corridors", "places"})
    CHECK(run.contains(key));
  for (char const* law : {"conservation", "ledger", "little", "capacity", "boxes"}) CHECK(run["laws"][law] == true);
}

TEST_CASE("every measure of a corridor has the one shape", "[cli]") {
  json const corridor = json::parse(json_text(sample_result()))["corridors"][0];
  for (char const* key : {"mean", "sd", "p10", "p50", "p90", "p95"}) CHECK(is_measure(corridor["transit_time_h"][key]));
  for (char const* key : {"throughput_teu_per_year", "min_cut_teu_per_year", "cost_cny_per_teu", "co2e_kg_per_teu"})
    CHECK(is_measure(corridor[key]));
  CHECK(corridor["components_h"].size() == scenarios::kComponentCount);
  for (auto const& component : corridor["components_h"]) CHECK(is_measure(component));
}

TEST_CASE("a measure keeps its value to the last bit", "[cli]") {
  auto result = sample_result();
  result.corridors[0].cost_cny_per_teu.value = 0.1 + 0.2;
  json const run = json::parse(json_text(result));
  CHECK(run["corridors"][0]["cost_cny_per_teu"]["value"].get<double>() == 0.1 + 0.2);
}

TEST_CASE("an unlimited corridor has no min-cut", "[cli]") {
  auto result = sample_result();
  result.corridors[0].min_cut_teu_per_year.reset();
  CHECK(json::parse(json_text(result))["corridors"][0]["min_cut_teu_per_year"].is_null());
}

TEST_CASE("a broken law is false and its breaches are listed", "[cli]") {
  auto result = sample_result();
  result.laws.ledger = {false, {"export-lodz/3 is charged 2 h twice"}};
  json const run = json::parse(json_text(result));
  CHECK(run["laws"]["ledger"] == false);
  CHECK(run["law_breaches"][0] == json{{"law", "ledger"}, {"breach", "export-lodz/3 is charged 2 h twice"}});
}

TEST_CASE("a comparison holds two runs and their paired differences", "[cli]") {
  json const all = json::parse(json_text(sample_comparison()));
  CHECK(all["base"].contains("run_digest"));
  CHECK(all["alternative"].contains("run_digest"));
  json const difference = all["differences"][0];
  for (char const* key : {"transit_time_h", "p95_h", "cost_cny_per_teu", "co2e_kg_per_teu"})
    CHECK(is_measure(difference[key]));
  for (char const* key : {"corridor", "exactly_equal", "pairs", "correlation", "sentence_en", "sentence_zh"})
    CHECK(difference.contains(key));
  CHECK(all["refusals"].empty());
}

TEST_CASE("an error is an object with its class and exit code", "[cli]") {
  InputError const error{"w.json", "/places/a", 7, "-40", "an integer > 0", ""};
  json const all = json::parse(json_text(ExitCode::bad_input, std::vector{error}));
  CHECK(all["error_class"] == "bad_input");
  CHECK(all["exit_code"] == 2);
  CHECK(all["errors"][0]["pointer"] == "/places/a");
  CHECK(all["errors"][0]["line"] == 7);
}

TEST_CASE("bytes that are no UTF-8 in an error do not break its JSON", "[cli]") {
  InputError const error{"w.json", "", 1, "\xff\xfe", "UTF-8", ""};
  CHECK(json::accept(json_text(ExitCode::bad_input, std::vector{error})));
}

TEST_CASE("a figure that does not exist is null", "[cli]") {
  auto result = sample_result();
  result.corridors[0].due_share.value = std::numeric_limits<double>::quiet_NaN();
  CHECK(json::parse(json_text(result))["corridors"][0]["due_share"]["value"].is_null());
}

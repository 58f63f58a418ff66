#include <signal.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "program.h"

using namespace shudao::viz;
using namespace shudao::viz::cli;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

std::string const kPacific = "tests/cli/worlds/pacific.json";

json sources_of(std::vector<std::string> const& options) {
  std::vector<std::string> words = {"sources", kPacific, "--json", "--quiet"};
  words.insert(words.end(), options.begin(), options.end());
  Answer const answer = shudao::viz::cli::shudao(words);
  INFO(answer.err);
  REQUIRE(answer.exit_code == 0);
  return json::parse(answer.out);
}

json number(json const& sources, std::string const& pointer) {
  for (auto const& one : sources["numbers"])
    if (one["pointer"] == pointer) return one;
  FAIL("there is no " + pointer);
  return {};
}

/// What the corridor answers to the input of this pointer.
json response(json const& sources, std::string const& pointer, std::string const& corridor) {
  for (auto const& trial : sources["elasticities"]["trials"])
    for (auto const& one : trial["responses"])
      if (trial["pointer"] == pointer && one["corridor"] == corridor) return one;
  FAIL("nothing was tried of " + pointer);
  return {};
}

std::string const kCarbon = "/services/express/co2e_g_per_tkm", kCapacity = "/services/express/capacity_teu";

}  // namespace

TEST_CASE("sources lists every number with its unit, grade, source and range", "[cli]") {
  json const all = sources_of({});
  json const carbon = number(all, kCarbon);
  CHECK(carbon["value"] == 25);
  CHECK(carbon["unit"] == "g_per_tkm");
  CHECK(carbon["grade"] == "D");
  CHECK(carbon["source"] == "assumption");
  CHECK((carbon["low"] == 20 && carbon["high"] == 30));
  CHECK(carbon["why"] == "electric or diesel");
  CHECK(carbon["is_calibrated"] == false);
  CHECK(number(all, kCapacity)["is_calibrated"] == true);
  CHECK(number(all, kCapacity)["grade"] == "A");  // of its source
  CHECK(number(all, "/links/ocean/distance_km")["grade"].is_null());
  CHECK(all["elasticities"].is_null());
}

TEST_CASE("the numbers of all grades add up to all numbers", "[cli]") {
  json const all = sources_of({});
  int sum = 0;
  for (char const* grade : {"A", "B", "C", "D", "none"}) sum += all["totals"][grade].get<int>();
  CHECK(sum == static_cast<int>(all["numbers"].size()));
  CHECK(all["totals"]["numbers"] == sum);
  CHECK(all["totals"]["assumptions"] == 1);
  CHECK(all["totals"]["calibrated"] == 1);
}

TEST_CASE("each source names the numbers that it carries", "[cli]") {
  json const all = sources_of({});
  REQUIRE(all["sources"].size() == 2);
  CHECK(all["sources"][0]["id"] == "unread");
  CHECK(all["sources"][0]["numbers"].empty());
  CHECK(all["sources"][1]["numbers"] == json({"/places/west/lat", kCapacity}));
}

TEST_CASE("sources prints tables and totals in the language that is asked for", "[cli]") {
  Answer const en = shudao::viz::cli::shudao({"sources", kPacific, "--lang", "en"});
  CHECK_THAT(en.out, Contains("grade D: numbers 1") && Contains("carry no number: unread") && !Contains("等级"));
  CHECK_THAT(shudao::viz::cli::shudao({"sources", kPacific, "--lang", "zh"}).out,
             Contains("等级 D") && Contains("未用到的来源"));
}

TEST_CASE("emissions are proportional to their factor: the elasticity is 1", "[cli]") {
  json const all = sources_of({"--elasticity", "co2e_kg_per_teu", "--replications", "3"});
  json const elasticity = response(all, kCarbon, "home-abroad")["elasticity"];
  CHECK(elasticity["value"].get<double>() == Approx(1).epsilon(1e-4));
  CHECK(elasticity["ci95"][0].get<double>() == Approx(1).epsilon(1e-3));
}

TEST_CASE("what an input has no part in does not answer to it, exactly", "[cli]") {
  json const all = sources_of({"--elasticity", "transit_time_h", "--replications", "2"});
  CHECK(response(all, kCarbon, "home-abroad")["difference"]["value"] == 0.0);
  CHECK(response(all, kCarbon, "west-east")["elasticity"]["value"] == 0.0);
}

TEST_CASE("an input whose range cannot be simulated is named with the reason", "[cli]") {
  json const trials = sources_of({"--elasticity", "transit_time_h", "--replications", "2"})["elasticities"]["trials"];
  REQUIRE(trials.size() == 2);
  CHECK(trials[1]["pointer"] == kCapacity);
  CHECK(trials[1]["responses"].empty());
  CHECK_THAT(trials[1]["refusal"].get<std::string>(), Contains("81.5"));
}

TEST_CASE("only the inputs of the widest range are tried, as many as are asked for", "[cli]") {
  json const ranking = sources_of({"--elasticity", "p95_h", "--replications", "2", "--top", "1"})["elasticities"];
  CHECK(ranking["inputs_with_range"] == 2);
  REQUIRE(ranking["trials"].size() == 1);
  CHECK(ranking["trials"][0]["pointer"] == kCarbon);
  CHECK(ranking["is_complete"] == true);
}

TEST_CASE("one corridor can be asked alone, and an unknown one is refused with the nearest", "[cli]") {
  json const trials =
      sources_of({"--elasticity", "p95_h", "--replications", "2", "--corridor", "west-east"})["elasticities"]["trials"];
  CHECK(trials[0]["responses"].size() == 1);
  Answer const refused = shudao::viz::cli::shudao({"sources", kPacific, "--elasticity", "p95_h", "--corridor", "west-eat"});
  CHECK(refused.exit_code == 2);
  CHECK_THAT(refused.err, Contains("west-east"));
}

TEST_CASE("the horizon of the trials can be shortened", "[cli]") {
  json const all = sources_of({"--elasticity", "throughput_teu_per_year", "--replications", "2", "--warm-up-weeks", "0",
                               "--window-weeks", "1", "--cap-weeks", "2"});
  CHECK(response(all, kCarbon, "west-east")["at_low"]["n"] == 2);
  CHECK(shudao::viz::cli::shudao({"sources", kPacific, "--elasticity", "p95_h", "--window-weeks", "0"}).exit_code == 2);
}

TEST_CASE("options of the ranking mean nothing without it", "[cli]") {
  CHECK(shudao::viz::cli::shudao({"sources", kPacific, "--top", "3"}).exit_code == 2);
}

TEST_CASE("Ctrl-C ends a ranking with what was finished", "[cli]") {
  RunningProgram program{{"sources", "scenarios/first-corridors", "--elasticity", "p95_h", "--replications", "200",
                          "--top", "100", "--json"}};
  std::this_thread::sleep_for(std::chrono::milliseconds{500});
  program.signal(SIGINT);
  Answer const answer = program.wait();
  CHECK(answer.exit_code == 130);
  CHECK(json::parse(answer.out)["elasticities"]["is_complete"] == false);
}

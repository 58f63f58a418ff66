#include "viz/cli/result_text.h"

#include <catch2/catch.hpp>
#include <regex>
#include <sstream>

#include "sample.h"
#include "viz/cli/comparison_text.h"
#include "viz/cli/life_text.h"
#include "viz/cli/notes_text.h"
#include "viz/cli/text_table.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::cli;
using Catch::Matchers::Contains;

namespace {

/// With one blank wherever a table has several.
std::string squeezed(std::string const& text) { return std::regex_replace(text, std::regex{" +"}, " "); }

std::string compared(shudao::experiment::Comparison const& comparison, Language language) {
  scenarios::Scenario const world = sample_scenario();
  return comparison_text(comparison, world, {&world}, language);
}

}  // namespace

TEST_CASE("the table of corridors names what a planner asks for", "[cli]") {
  std::string const table = squeezed(corridor_table(sample_result(), sample_scenario(), Language::en));
  CHECK_THAT(table, Contains("Chengdu-Łódź"));
  CHECK_THAT(table, Contains("mean, days 17.4 ± 0.2"));
  CHECK_THAT(table, Contains("P95, days 20.8 ± 0.5"));
  CHECK_THAT(table, Contains("capacity limit, TEU/yr (min-cut) 38,380"));
}

TEST_CASE("a law that does not hold is named with its breaches", "[cli]") {
  auto result = sample_result();
  result.laws.capacity = {false, {"express carried 90 of 82 TEU"}};
  std::string const said = laws_text(result.laws, Language::en);
  CHECK_THAT(said, Contains("capacity BROKEN"));
  CHECK_THAT(said, Contains("express carried 90 of 82 TEU"));
  CHECK_THAT(said, Contains("ledger holds"));
}

TEST_CASE("what the cap left under way is said", "[cli]") {
  CHECK_THAT(unfinished_text(17, Language::en), Contains("under way at the cap: 17;"));
  CHECK(unfinished_text(0, Language::en).empty());
}

TEST_CASE("times and costs of a corridor with cargo still under way are lower bounds", "[cli]") {
  auto result = sample_result();
  result.corridors[0].unfinished = 3;
  std::string const table = squeezed(corridor_table(result, sample_scenario(), Language::en));
  CHECK_THAT(table, Contains("mean, days ≥ 17.4 ± 0.2") && Contains("interest, CNY/TEU ≥ 21,350 ± 90"));
  CHECK_THAT(table, !Contains("TEU/yr ≥"));
}

TEST_CASE("the notes under the tables say what ± means and what the carbon is of", "[cli]") {
  auto scenario = sample_scenario();
  scenario.flows[scenarios::FlowId{0}].tonnes_per_teu = 16.6;
  scenario.corridors[scenarios::CorridorId{0}].flows = {scenarios::FlowId{0}};
  std::string const notes = table_notes(sample_result(), scenario, Language::en);
  CHECK_THAT(notes, Contains("the luck of the simulation only") && Contains("Chengdu-Łódź 16.6 t"));
}

TEST_CASE("below three replications the notes say that there is no ±", "[cli]") {
  auto result = sample_result();
  result.replications = 2;
  CHECK_THAT(table_notes(result, sample_scenario(), Language::en), Contains("no ± is given"));
}

TEST_CASE("demand above the capacity limit is a warning", "[cli]") {
  auto scenario = sample_scenario();
  scenario.corridors[scenarios::CorridorId{0}].flows = {scenarios::FlowId{0}};
  scenario.flows[scenarios::FlowId{0}].teu_per_year = 38'000;
  CHECK(demand_notes(sample_result(), scenario, Language::en).empty());
  scenario.flows[scenarios::FlowId{0}].teu_per_year = 40'000;
  CHECK_THAT(demand_notes(sample_result(), scenario, Language::en), Contains("40,000 TEU a year, more than"));
}

TEST_CASE("no table is wider than a terminal", "[cli]") {
  auto result = sample_result();
  for (int i = 0; i < 3; ++i) result.places.push_back(result.places[0]);
  for (Language const language : {Language::zh, Language::en}) {
    std::istringstream all{result_text(result, sample_scenario(), language)};
    for (std::string line; std::getline(all, line);) CHECK(display_width(line) <= kWidestTable);
  }
}

TEST_CASE("a comparison ends with one sentence in each language", "[cli]") {
  std::string const said = compared(sample_comparison(), Language::both);
  CHECK_THAT(said, Contains("快一天。\nOne day faster.\n"));
  CHECK_THAT(said, Contains("-24 ± 2 h"));
}

TEST_CASE("a corridor that is not comparable has no differences but the reason", "[cli]") {
  auto comparison = sample_comparison();
  comparison.alternatives[0].refusals = {"the windows differ"};
  std::string const said = compared(comparison, Language::en);
  CHECK_THAT(said, Contains("Chengdu-Łódź: not comparable: the windows differ"));
  CHECK_THAT(said, !Contains("One day faster") && !Contains("-24 ± 2"));
}

TEST_CASE("a flow of another demand concerns only the corridors that carry it", "[cli]") {
  auto comparison = sample_comparison();
  comparison.alternatives[0].refusals = {"flow elsewhere has another demand in sample"};
  CHECK_THAT(compared(comparison, Language::en), Contains("One day faster"));
}

TEST_CASE("a corridor with cargo still under way has no differences but the reason", "[cli]") {
  auto comparison = sample_comparison();
  comparison.alternatives[0].result.corridors[0].unfinished = 5;
  std::string const said = compared(comparison, Language::en);
  CHECK_THAT(said, Contains("0 in the base, 5 in the alternative; no difference") && !Contains("One day faster"));
}

TEST_CASE("a correlation of fewer than three replication means is not shown", "[cli]") {
  auto comparison = sample_comparison();
  CHECK_THAT(compared(comparison, Language::en), Contains("correlation of replication means"));
  comparison.base.replications = 2;
  CHECK_THAT(compared(comparison, Language::en), !Contains("correlation of replication means"));
}

TEST_CASE("the life of a consignment adds up to its door-to-door time, in local time and UTC", "[cli]") {
  auto const at = SimTime::from_ms(1'641'168'000'000);  // 2022-01-03T00:00:00Z
  experiment::Life const life{
      "export-lodz/3",
      "sample",
      0,
      2,
      at,
      {{scenarios::Component::documents, "cn-qingbaijiang", "cn-qingbaijiang", at, at + Duration::from_h(6)},
       {scenarios::Component::moving, "express", "express", at + Duration::from_h(6), at + Duration::from_h(30)}}};
  std::string const said = squeezed(life_text(life, sample_scenario(), Language::en));
  CHECK_THAT(said, Contains("2022-01-03 08:00 +08:00 2022-01-03 00:00 documents Qingbaijiang"));
  CHECK_THAT(said, Contains("sum 30.00 h = door-to-door time (1.2 days)"));
}

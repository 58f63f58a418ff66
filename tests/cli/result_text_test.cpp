#include "viz/cli/result_text.h"

#include <catch2/catch.hpp>
#include <regex>

#include "sample.h"
#include "viz/cli/comparison_text.h"
#include "viz/cli/life_text.h"

using namespace shudao;
using namespace shudao::cli;
using Catch::Matchers::Contains;

namespace {

/// With one blank wherever a table has several.
std::string squeezed(std::string const& text) { return std::regex_replace(text, std::regex{" +"}, " "); }

}  // namespace

TEST_CASE("the table of corridors names what a planner asks for", "[cli]") {
  std::string const table = squeezed(corridor_table(sample_result(), sample_scenario(), Language::en));
  CHECK_THAT(table, Contains("Chengdu-Łódź"));
  CHECK_THAT(table, Contains("mean, days 17.4 ± 0.2"));
  CHECK_THAT(table, Contains("P95, days 20.8 ± 0.5"));
  CHECK_THAT(table, Contains("min-cut, TEU/yr 38,376"));
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
  auto result = sample_result();
  result.unfinished = 17;
  CHECK_THAT(notes_text(result, Language::en), Contains("17 consignments"));
  CHECK_THAT(notes_text(result, Language::zh), Contains("17 票"));
}

TEST_CASE("a comparison ends with one sentence in each language", "[cli]") {
  std::string const said = comparison_text(sample_comparison(), sample_scenario(), Language::both);
  CHECK_THAT(said, Contains("快一天。\nOne day faster.\n"));
  CHECK_THAT(said, Contains("-1.00 ± 0.10"));
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

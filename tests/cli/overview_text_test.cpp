#include "viz/cli/overview_text.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "sample.h"
#include "viz/cli/comparison_text.h"
#include "viz/cli/result_text.h"
#include "viz/cli/text_table.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::cli;
using Catch::Matchers::Contains;

namespace {

constexpr int kMany = 8;

std::string id_of(int i) { return "corridor-" + std::to_string(i); }

/// As the sample, with eight corridors of long names.
scenarios::Scenario large_scenario() {
  scenarios::Scenario s = sample_scenario();
  s.corridors = {};
  for (int i = 0; i < kMany; ++i) {
    scenarios::Corridor corridor;
    corridor.id = id_of(i);
    corridor.name = {"成都—新加坡(江海联运)" + std::to_string(i), "Chengdu-Singapore, river-sea " + std::to_string(i)};
    s.corridors.push_back(corridor);
  }
  return s;
}

experiment::ScenarioResult large_result() {
  experiment::ScenarioResult r = sample_result();
  for (int i = 1; i < kMany; ++i) r.corridors.push_back(r.corridors.front());
  for (int i = 0; i < kMany; ++i) r.corridors[static_cast<std::size_t>(i)].id = id_of(i);
  return r;
}

/// Corridor i is i hours faster ± 2 (i ≤ 2: not proven), the last two are exactly equal.
experiment::Comparison large_comparison() {
  experiment::Comparison c;
  c.base = large_result();
  c.alternatives.emplace_back().result = large_result();
  for (int i = 0; i < kMany; ++i) {
    experiment::CorridorDifference d;
    d.corridor = id_of(i);
    d.pairs = 100;
    d.is_exactly_equal = i >= 6;
    d.transit_time_h = {-1.0 * i, std::array{-1.0 * i - 2, -1.0 * i + 2}, 10};
    d.finding = i > 2 ? experiment::Finding::lower : experiment::Finding::not_proven;
    d.sentence_zh = "第" + std::to_string(i) + "句。";
    d.sentence_en = "Sentence " + std::to_string(i) + ".";
    c.alternatives[0].corridors.push_back(d);
  }
  return c;
}

std::size_t count(std::string const& text, std::string const& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

std::string run_text(Extent const& extent, Language language = Language::en) {
  return result_text(large_result(), large_scenario(), language, extent);
}

std::string compare_text(Extent const& extent) {
  scenarios::Scenario const world = large_scenario();
  return comparison_text(large_comparison(), world, {&world}, Language::en, extent);
}

}  // namespace

TEST_CASE("a large world is told in one line a corridor and says how to see more", "[cli]") {
  std::string const said = run_text({});
  for (int i = 0; i < kMany; ++i) CHECK(count(said, "river-sea " + std::to_string(i)) == 1);
  CHECK_THAT(said, Contains("17.4 ± 0.2") && Contains("29,900 ± 500") && Contains("21,350 ± 90"));
  CHECK_THAT(said, Contains("--corridors corridor-0") && Contains("--details"));
  CHECK_THAT(said, !Contains("main causes of time"));
}

TEST_CASE("corridors that are asked for are told in detail below the overview", "[cli]") {
  std::string const said = run_text({{"corridor-3"}, false});
  CHECK(count(said, "main causes of time: Chengdu-Singapore, river-sea 3") == 1);
  CHECK(count(said, "main causes of time") == 1);
  CHECK_THAT(said, Contains("capacity limit, TEU/yr (min-cut)"));
}

TEST_CASE("with --details a large world is told whole", "[cli]") {
  std::string const said = run_text({{}, true});
  CHECK(count(said, "main causes of time") == kMany);
  CHECK_THAT(said, !Contains("where most is waiting"));
}

TEST_CASE("an overview in both languages is no wider than a terminal", "[cli]") {
  std::istringstream all{run_text({{"corridor-1", "corridor-2", "corridor-3"}, false}, Language::both)};
  for (std::string line; std::getline(all, line);)
    if (line.find(" ± ") != std::string::npos && line.find("95") == std::string::npos)
      CHECK(display_width(line) <= kWidestTable);
}

TEST_CASE("a comparison of a large world is sorted by the size of what is proven", "[cli]") {
  std::string const said = compare_text({});
  auto const row = [&](int i) { return said.find("river-sea " + std::to_string(i)); };
  for (int i = 1; i < 6; ++i) CHECK(row(i) < row(i - 1));
  CHECK(row(6) == std::string::npos);
  CHECK(row(7) == std::string::npos);
  CHECK_THAT(said, Contains("exactly equal to the base: 2"));
  CHECK(count(said, "no proven difference") == 3);
  CHECK(count(said, " faster") >= 3);
}

TEST_CASE("sentences are said on the proven differences of a large world only", "[cli]") {
  std::string const said = compare_text({});
  CHECK(said.find("Sentence 5.") < said.find("Sentence 4."));
  CHECK_THAT(said, Contains("Sentence 3.") && !Contains("Sentence 2.") && !Contains("Sentence 7."));
  std::string const asked = compare_text({{"corridor-1"}, false});
  CHECK_THAT(asked, Contains("Sentence 1.") && !Contains("Sentence 5."));
}

TEST_CASE("a corridor is judged as its mean time is, from three replications on", "[cli]") {
  experiment::CorridorDifference d;
  d.pairs = 10;
  auto const verdict = [&](experiment::Finding finding, std::int64_t n) {
    d.transit_time_h = {-2, std::array{-3.0, -1.0}, n};
    d.finding = finding;
    return verdict_on(d, true);
  };
  CHECK(verdict(experiment::Finding::lower, 10) == Verdict::faster);
  CHECK(verdict(experiment::Finding::higher, 10) == Verdict::slower);
  CHECK(verdict(experiment::Finding::not_proven, 10) == Verdict::not_proven);
  CHECK(verdict(experiment::Finding::not_proven, 2) == Verdict::too_few_runs);
  CHECK(verdict_on(d, false) == Verdict::not_comparable);
}

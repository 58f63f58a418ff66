#include "sim/experiment/sentences.h"

#include <catch2/catch.hpp>

namespace shudao::experiment {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::Equals;

Named const kNamed{{"甲乙", "A to B"}, {"现状", "as it is"}, {"方案", "plan"}, 52, 14};

MeasureComparison comparison(std::string const& measure, double value, double half, std::int64_t replications) {
  MeasureComparison found;
  found.measure = measure;
  found.difference = {value, std::array{value - half, value + half}, replications};
  found.finding = value < 0 ? Finding::lower : Finding::higher;
  return found;
}

/// The English sentence on a mean difference of so many hours that is proven.
std::string said(double hours, double half, std::int64_t replications) {
  return sentence_on(comparison("transit_time_h.mean", hours, half, replications), kNamed).en;
}

TEST_CASE("a sentence names both scenarios, the corridor, the interval, replications and weeks", "[experiment]") {
  auto const found = sentence_on(comparison("transit_time_h.mean", -10.2612, 0.69, 10), kNamed);
  CHECK(
      found.en ==
      "With “plan”, consignments on A to B arrive 10.3 hours faster on average than with “as it is” (95 % interval 9.6 "
      "to 11.0, 10 replications of 52 weeks).");
  CHECK(found.zh ==
        "“方案”使甲乙的货物平均比“现状”提前到达 10.3 小时（95% 置信区间 9.6 至 11.0，10 次仿真，每次 52 周）。");
}

TEST_CASE("a sentence has as many digits as its interval supports, two or three", "[experiment]") {
  CHECK_THAT(said(-27.98, 5.49, 3), Contains("28 hours faster") && Contains("(95 % interval 22 to 33, 3 repl"));
  CHECK_THAT(said(3.14159, 0.0002, 10), Contains("3.14 hours slower"));
}

TEST_CASE("a change of three days or more is said in days", "[experiment]") {
  CHECK_THAT(said(71, 1, 10), Contains("71.0 hours slower"));
  CHECK_THAT(said(-84, 2, 10), Contains("3.50 days faster") && Contains("(95 % interval 3.42 to 3.58"));
}

TEST_CASE("each measure is said in its own words and unit", "[experiment]") {
  CHECK_THAT(sentence_on(comparison("cost_cny_per_teu", -23, 2, 10), kNamed).en,
             Contains("the cost on A to B is 23 CNY/TEU lower than with “as it is”"));
  CHECK_THAT(sentence_on(comparison("due_share", 0.0402, 0.019, 10), kNamed).en,
             Contains("the share delivered when due on A to B is 4.0 percentage points higher"));
  CHECK_THAT(sentence_on(comparison("transit_time_h.p95", -40, 6, 10), kNamed).zh,
             Contains("甲乙的运输时间第 95 百分位比“现状”缩短 40 小时"));
}

TEST_CASE("what is not proven is told with its interval, and not as an effect", "[experiment]") {
  auto found = comparison("transit_time_h.mean", 0.01, 0.3, 10);
  found.finding = Finding::not_proven;
  CHECK_THAT(
      sentence_on(found, kNamed).en,
      Contains("no proven difference from “as it is” in the mean transit time on A to B: 0.01 hours (95 % interval "
               "-0.29 to 0.31"));
}

TEST_CASE("an interval that excludes zero by itself alone is told as such", "[experiment]") {
  auto found = comparison("transit_time_h.mean", -2, 1.9, 10);
  found.finding = Finding::not_proven;
  found.is_too_many = true;
  found.adjusted_p = 0.24;
  auto const words = sentence_on(found, kNamed);
  CHECK_THAT(words.en, Contains("no proven difference") && Contains("On its own the interval excludes 0, but among 14 "
                                                                    "comparisons that is no proof: adjusted p = 0.24"));
  CHECK_THAT(words.zh, Contains("单看此项区间不含 0，但共比较 14 项，校正后 p=0.24"));
}

TEST_CASE("fewer than three replications have no interval in words", "[experiment]") {
  CHECK_THAT(said(12, 1, 2), Contains("(2 replications of 52 weeks: too few for an interval)"));
  CHECK_THAT(said(12, 1, 1), Contains("(1 replication of 52 weeks: too few for an interval)"));
}

TEST_CASE("what should not be compared is told with the reason", "[experiment]") {
  auto found = comparison("cost_cny_per_teu", 1, 1, 10);
  found.finding = Finding::not_comparable;
  CHECK_THAT(sentence_on(found, kNamed, {"窗口不同", "the windows differ"}).en,
             Equals("“plan” and “as it is” should not be compared on A to B: the windows differ."));
}

}  // namespace
}  // namespace shudao::experiment

#include "sim/experiment/selecting.h"

#include <catch2/catch.hpp>

#include "scenarios/adjust.h"
#include "scenarios/read.h"
#include "sim/base/errors.h"

using namespace shudao;
using namespace shudao::experiment;

namespace {

Question asked(std::string const& measure) {
  return question_of(scenarios::read_study("tests/experiment/study/speed.json"), measure);
}

/// Two worlds of one mean that differ by luck alone: the trains' wagons take as long on average, but not each time.
Question of_luck() {
  scenarios::Scenario const world = scenarios::patched(
      scenarios::read_scenario("tests/experiment/validation/world.json"), R"({"run": {"window_weeks": 2}})");
  scenarios::Scenario const wilder = scenarios::patched(
      world,
      R"({"places": {"b": {"processes": {"train-in": {"steps": {"wagons": {"duration_h": {"gamma": {"cv": 0.9}}}}}}}}})");
  return question_on({world, wilder}, "a-c", "transit_time_h.mean");
}

SelectionOptions with(double indifference, int most) {
  SelectionOptions how;
  how.indifference = indifference;
  how.most = most;
  how.study.threads = 1;
  return how;
}

std::size_t at(Question const& question, std::string const& id) {
  std::size_t i = 0;
  while (question.worlds[i].id != id) ++i;
  return i;
}

}  // namespace

TEST_CASE("the best of several worlds is chosen, and the sentence says with what probability and from what on",
          "[experiment]") {
  Question const question = asked("run");
  Selection const selection = select(question, with(0.5, 50));
  CHECK((selection.is_decided && question.worlds[selection.best].id == "faster"));
  CHECK(selection.options[0].behind.value == Approx(1.5).epsilon(1e-9));
  CHECK_THAT(selection.sentence.en,
             Catch::Contains("“80 km/h” is the best of 4 with at least 95 % probability, if it is "
                             "better than every other by 0.5 hours or more") &&
                 Catch::Contains("10 replications"));
  CHECK_THAT(selection.sentence.zh, Catch::Contains("“提速”是 4 个方案中最好的，把握不低于 95%"));
}

TEST_CASE("a world that has fallen behind is not run further", "[experiment]") {
  Question question = of_luck();
  scenarios::Scenario slow =
      scenarios::patched(question.worlds.front().scenario, R"({"links": {"bc": {"speed_km_h": {"value": 20}}}})");
  question.worlds.push_back({"slow", {"慢", "slow"}, {}, slow});
  question.selectors.push_back(question.selectors.front());
  Selection const selection = select(question, with(0.001, 20));
  CHECK(selection.options[2].replications == Selection::kFirstStage);
  CHECK_FALSE(selection.options[2].is_contender);
  CHECK(selection.runs == 3 * Selection::kFirstStage + 2 * (20 - Selection::kFirstStage));
}

TEST_CASE("worlds that luck alone tells apart are not decided, and the sentence says so", "[experiment]") {
  Selection const selection = select(of_luck(), with(0.001, 12));
  CHECK_FALSE(selection.is_decided);
  CHECK(selection.replications == 12);
  CHECK_THAT(selection.sentence.en, Catch::Contains("Not decided after 12 replications: 2 of 2 options remain") &&
                                        Catch::Contains("differences below 0.001 hours are taken not to matter"));
  CHECK_THAT(selection.sentence.zh, Catch::Contains("小于 0.001 小时的差别视为无关紧要"));
}

TEST_CASE("worlds that are equal in every replication are told as such", "[experiment]") {
  Question const question = asked("stay");
  Selection const selection = select(question, with(0.1, 50));
  CHECK(selection.is_decided);
  CHECK(selection.options[at(question, "relabelled")].is_as_best);
  CHECK_FALSE(selection.options[at(question, "inspected")].is_as_best);
  CHECK_THAT(selection.sentence.en, Catch::Contains("exactly equal to"));
}

TEST_CASE("a selection is the same on any number of threads", "[experiment]") {
  SelectionOptions one = with(0.05, 30), three = one;
  three.study.threads = 3;
  Selection const a = select(of_luck(), one), b = select(of_luck(), three);
  CHECK((a.sentence.en == b.sentence.en && a.runs == b.runs && a.best == b.best));
}

TEST_CASE("where higher is better the largest figure wins", "[experiment]") {
  Question question = asked("run");
  question.better = Better::larger;
  CHECK(question.worlds[select(question, with(0.5, 50)).best].id != "faster");
}

TEST_CASE("a selection that is cancelled at once has chosen nothing", "[experiment]") {
  std::atomic<bool> const cancel{true};
  SelectionOptions how = with(0.5, 50);
  how.study.cancel = &cancel;
  Selection const selection = select(asked("run"), how);
  CHECK((selection.cancelled && selection.replications == 0));
}

TEST_CASE("a broken law of any world is told by a selection", "[experiment]") {
  SelectionOptions how = with(0.5, 50);
  how.study.fault = Fault::lost_teu;
  CHECK_FALSE(select(asked("run"), how).breaches.empty());
}

TEST_CASE("a question names the measures and figures that there are", "[experiment]") {
  CHECK_THROWS_WITH(asked("runn"), Catch::Contains("did you mean run?"));
  CHECK_THROWS_WITH(question_on({scenarios::read_scenario("tests/experiment/validation/world.json")}, "a-c", "p95"),
                    Catch::Contains("transit_time_h.p95"));
}

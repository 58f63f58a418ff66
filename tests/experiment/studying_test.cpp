#include "sim/experiment/studying.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "scenarios/adjust.h"
#include "sim/experiment/precise.h"
#include "sim/experiment/study_sentences.h"

using namespace shudao;
using namespace shudao::experiment;

namespace {

scenarios::Study tiny() { return scenarios::read_study("tests/experiment/study/speed.json"); }

StudyOptions with_threads(int threads) {
  StudyOptions options;
  options.threads = threads;
  return options;
}

WorldAnswer const& world_called(StudyAnswer const& answer, std::string const& id) {
  return *std::find_if(answer.worlds.begin(), answer.worlds.end(), [&](auto const& w) { return w.id == id; });
}

StudyComparison const& found(StudyAnswer const& answer, std::string const& alternative, std::string const& measure) {
  auto const& all = world_called(answer, alternative).comparisons;
  return *std::find_if(all.begin(), all.end(), [&](auto const& c) { return c.measure == measure; });
}

/// The gauge change takes as long on average, but not each time.
scenarios::Study noisy() {
  scenarios::Study study = tiny();
  for (scenarios::StudyWorld& world : study.worlds)
    world.scenario = scenarios::patched(
        world.scenario,
        R"({"places": {"b": {"processes": {"train-in": {"steps": {"wagons": {"duration_h": {"gamma": {"cv": 0.6}}}}}}}}})");
  return study;
}

}  // namespace

TEST_CASE("a study finds what theory says: 200 km at 80 instead of 50 km/h save an hour and a half", "[experiment]") {
  StudyOptions options = with_threads(1);
  options.replications = 10;
  StudyAnswer const answer = experiment::answer(tiny(), options);
  CHECK(answer.laws_hold());
  StudyComparison const& run = found(answer, "faster", "run");
  CHECK(run.test.difference.value == Approx(-1.5).epsilon(1e-9));
  CHECK((run.finding == Finding::lower && run.as_expected == true && run.unit == "h"));
  StudyComparison const& stay = found(answer, "inspected", "stay");
  CHECK(stay.test.difference.value == Approx(1).epsilon(1e-9));
  CHECK((stay.finding == Finding::higher && stay.as_expected == true));
}

TEST_CASE("what an alternative does not touch is exactly equal, for the draws are the same", "[experiment]") {
  StudyAnswer const answer = experiment::answer(tiny(), with_threads(1));
  CHECK(found(answer, "faster", "stay").finding == Finding::equal);
  CHECK(found(answer, "inspected", "run").finding == Finding::equal);
  CHECK_FALSE(found(answer, "faster", "cost").as_expected.has_value());
}

TEST_CASE("an alternative that changes nothing is said by name", "[experiment]") {
  StudyAnswer const answer = experiment::answer(tiny(), with_threads(1));
  CHECK(world_called(answer, "relabelled").is_as_base);
  CHECK_FALSE(world_called(answer, "faster").is_as_base);
  REQUIRE(answer.notes.size() == 1);
  CHECK_THAT(answer.notes.front(), Catch::Contains("relabelled changes nothing"));
}

TEST_CASE("an alternative that changes nothing but money or emissions changes something", "[experiment]") {
  auto const changed = [](auto const& change) {
    scenarios::Study study = tiny();
    std::erase_if(study.measures, [](auto const& measure) { return measure.id == "cost"; });
    for (auto& service : study.worlds.back().scenario.services) change(service);
    StudyAnswer const answer = experiment::answer(study, with_threads(1));
    return !answer.worlds.back().is_as_base && answer.notes.empty();
  };
  REQUIRE(tiny().worlds.back().id == "relabelled");
  CHECK(changed([](scenarios::Service& service) { service.tariff_per_teu = service.tariff_per_teu * 2; }));
  CHECK(changed([](scenarios::Service& service) { service.co2e_g_per_tkm += 1; }));
  CHECK_FALSE(changed([](scenarios::Service&) {}));
}

TEST_CASE("a study is the same on any number of threads", "[experiment]") {
  StudyAnswer const one = experiment::answer(tiny(), with_threads(1)),
                    other = experiment::answer(tiny(), with_threads(3));
  for (std::size_t i = 0; i < one.worlds.size(); ++i) {
    CHECK((one.worlds[i].ledger_digest == other.worlds[i].ledger_digest));
    for (std::size_t m = 0; m < one.worlds[i].comparisons.size(); ++m)
      CHECK(one.worlds[i].comparisons[m].sentence.en == other.worlds[i].comparisons[m].sentence.en);
  }
}

TEST_CASE("a broken law of one world breaks the study", "[experiment]") {
  StudyOptions options = with_threads(1);
  options.fault = Fault::lost_teu;
  CHECK_FALSE(experiment::answer(tiny(), options).laws_hold());
}

TEST_CASE("a study that is cancelled at once has no figures", "[experiment]") {
  std::atomic<bool> const cancel{true};
  StudyOptions options = with_threads(1);
  options.cancel = &cancel;
  StudyAnswer const answer = experiment::answer(tiny(), options);
  CHECK((answer.cancelled && answer.replications == 0));
}

TEST_CASE("sentences of a study state amount, direction, interval and replications", "[experiment]") {
  StudyComparison comparison;
  comparison.test.base = {100, std::nullopt, 20};
  comparison.test.difference = {-43.2, std::array{-48.0, -38.4}, 20};
  comparison.finding = Finding::lower;
  scenarios::StudyMeasure measure;
  measure.title = {"门到门时间", "door-to-door time"};
  measure.selectors = {scenarios::Selector{}};
  auto const said = sentence_on(comparison, measure, {"现状", "as it is"}, {"一单制", "one bill"}, 3);
  CHECK(said.en ==
        "With “one bill”, door-to-door time: 43 hours (-43 %) faster than with “as it is” (95 % interval 38 to 48, 20 "
        "replications).");
  CHECK(said.zh == "“一单制”：门到门时间比“现状”快 43 小时（-43 %）（95% 置信区间 38 至 48，20 次仿真）。");
}

TEST_CASE("a difference that only many comparisons made likely is not proven, and the sentence says so",
          "[experiment]") {
  StudyComparison comparison;
  comparison.test.difference = {-2, std::array{-3.9, -0.1}, 20};
  comparison.finding = Finding::not_proven;
  comparison.is_too_many = true;
  comparison.adjusted_p = 0.24;
  scenarios::StudyMeasure measure;
  measure.title = {"等待", "wait"};
  measure.selectors = {scenarios::Selector{}};
  auto const said = sentence_on(comparison, measure, {"甲", "A"}, {"乙", "B"}, 6);
  CHECK_THAT(said.en, Catch::Contains("no proven difference") && Catch::Contains("among 6 comparisons") &&
                          Catch::Contains("adjusted p = 0.24"));
}

TEST_CASE("work that was done once more is said in repeats, not in waiting parties", "[experiment]") {
  StudyComparison comparison;
  comparison.test.difference = {-0.5, std::array{-0.6, -0.4}, 20};
  comparison.finding = Finding::lower;
  scenarios::StudyMeasure measure;
  measure.title = {"返工", "rework"};
  measure.selectors = {scenarios::Selector{}};
  measure.selectors.front()->kind = scenarios::MeasureKind::repeats;
  auto const said = sentence_on(comparison, measure, {"甲", "A"}, {"乙", "B"}, 1);
  CHECK_THAT(said.en, Catch::Contains("0.50 repeats per party less than"));
  CHECK_THAT(said.zh, Catch::Contains("少 0.50 次"));
}

TEST_CASE("a study is repeated until the measure asked for is as precise in every world as was asked for",
          "[experiment]") {
  scenarios::Study const study = noisy();
  StudyOptions options = with_threads(2);
  options.precision = {0.02, 200, precision_measures({"stay"}, study), {}};
  StudyAnswer const answer = experiment::answer(study, options);
  CHECK(answer.replications > 10);
  CHECK(answer.imprecise.empty());
  for (WorldAnswer const& world : answer.worlds)
    for (StudyComparison const& one : world.comparisons)
      if (one.measure == "stay") CHECK(*one.test.alternative.half_width() <= 0.02 * one.test.alternative.value);
  StudyOptions fixed = with_threads(1);
  fixed.replications = static_cast<int>(answer.replications);
  CHECK(experiment::answer(study, fixed).study_digest == answer.study_digest);
}

TEST_CASE("a study that reaches its bound first names what is not precise", "[experiment]") {
  scenarios::Study const study = noisy();
  StudyOptions options = with_threads(1);
  options.precision = {1e-6, 12, precision_measures({"stay"}, study), {}};
  StudyAnswer const answer = experiment::answer(study, options);
  CHECK(answer.replications == 12);
  REQUIRE(answer.imprecise.size() == study.worlds.size());
  CHECK(answer.imprecise.front().measure == "stay");
}

TEST_CASE("a measure that a study has not is refused with the nearest name", "[experiment]") {
  CHECK(precision_measures({}, tiny()) == std::vector<std::string>{"cost"});
  CHECK_THROWS_WITH(precision_measures({"rum"}, tiny()), Catch::Contains("did you mean run"));
}

#include "viz/cli/guard_rails_json.h"
#include "viz/cli/json_parts.h"
#include "viz/cli/result_json.h"
#include "viz/cli/study_text.h"

namespace shudao::viz::cli {
namespace {

using experiment::StudyComparison;
using experiment::WorldAnswer;

Json comparison_json(StudyComparison const& c, scenarios::StudyMeasure const& measure) {
  return {{"measure", c.measure},
          {"title", words_json(measure.title)},
          {"unit", c.unit},
          {"base", measure_json(c.test.base)},
          {"value", measure_json(c.test.alternative)},
          {"base_unfinished", c.base_unfinished},
          {"unfinished", c.unfinished},
          {"difference", c.test.difference.value},
          {"ci95", measure_json(c.test.difference)["ci95"]},
          {"n", c.test.difference.n},
          {"p", c.test.p},
          {"adjusted_p", c.adjusted_p},
          {"verdict", experiment::name_of(c.finding)},
          {"expected", scenarios::name_of(c.expected)},
          {"as_expected", or_null(c.as_expected)},
          {"sentence_en", c.sentence.en},
          {"sentence_zh", c.sentence.zh}};
}

Json world_json(WorldAnswer const& answer, scenarios::StudyWorld const& world) {
  Json breaches = Json::array();
  for (experiment::Law const* law : {&answer.laws.conservation, &answer.laws.ledger, &answer.laws.little,
                                     &answer.laws.capacity, &answer.laws.boxes}) {
    for (std::string const& breach : law->breaches) breaches.push_back(breach);
  }
  return {{"id", answer.id},
          {"title", words_json(world.title)},
          {"plans", world.plans},
          {"ledger_digest", text(answer.ledger_digest)},
          {"laws_hold", answer.laws.hold()},
          {"law_breaches", breaches},
          {"events", answer.events},
          {"unfinished", answer.unfinished},
          {"guard_rails", guard_rails_json(answer.guard_rails)}};
}

Json alternative_json(WorldAnswer const& answer, scenarios::StudyWorld const& world, scenarios::Study const& study) {
  Json json = world_json(answer, world);
  json["other_demand"] = answer.other_demand;
  json["is_as_base"] = answer.is_as_base;
  json["comparisons"] = Json::array();
  for (std::size_t m = 0; m < answer.comparisons.size(); ++m)
    json["comparisons"].push_back(comparison_json(answer.comparisons[m], study.measures[m]));
  return json;
}

Json study_json(Asked const& asked) {
  scenarios::Study const& study = asked.study;
  Json json{{"id", study.id}, {"file", study.file}};
  if (!asked.errors.empty()) {
    json["errors"] = Json::array();
    for (InputError const& error : asked.errors) json["errors"].push_back(text(error));
    return json;
  }
  scenarios::Scenario const& base = study.worlds.front().scenario;
  auto const weeks = [](Duration span) { return span.ms() / Duration::from_days(7).ms(); };
  Json notes = study.notes, alternatives = Json::array();
  for (std::string const& note : asked.answer.notes) notes.push_back(note);
  for (std::size_t i = 1; i < asked.answer.worlds.size(); ++i)
    alternatives.push_back(alternative_json(asked.answer.worlds[i], study.worlds[i], study));
  json["title"] = words_json(study.title);
  json["question"] = words_json(study.question);
  json["plans"] = study.plans;
  json["preview"] = asked.is_preview;
  json["cancelled"] = asked.answer.cancelled;
  json["seed"] = asked.answer.seed;
  json["replications"] = asked.answer.replications;
  json["warm_up_weeks"] = weeks(base.warm_up);
  json["window_weeks"] = weeks(base.window);
  json["kept_flows"] = study.kept_flows;
  json["flows_left_out"] = study.flows_left_out;
  json["compared"] = asked.answer.compared;
  json["study_digest"] = text(asked.answer.study_digest);
  json["wall_s"] = asked.answer.wall_s;
  json["base"] = world_json(asked.answer.worlds.front(), study.worlds.front());
  json["alternatives"] = alternatives;
  json["notes"] = notes;
  return json;
}

}  // namespace

std::string json_text(std::vector<Asked> const& all, bool is_cancelled) {
  Json studies = Json::array();
  bool is_preview = false;
  for (Asked const& asked : all) {
    studies.push_back(study_json(asked));
    is_preview = is_preview || asked.is_preview;
  }
  return dumped(
      {{"schema_version", kJsonVersion}, {"preview", is_preview}, {"cancelled", is_cancelled}, {"studies", studies}});
}

}  // namespace shudao::viz::cli

#include "viz/cli/guard_rails_json.h"
#include "viz/cli/json_parts.h"
#include "viz/cli/result_json.h"
#include "viz/cli/sensitivity_text.h"

namespace shudao::viz::cli {
namespace {

using experiment::Doubt;
using experiment::Input;
using experiment::Question;
using experiment::Sensitivity;

Json input_json(Input const& input) {
  scenarios::Pedigree const& p = input.number;
  return {{"pointer", p.pointer}, {"grade", input.grade == ' ' ? Json(nullptr) : Json(std::string{input.grade})},
          {"value", p.value},     {"low", *p.low},
          {"high", *p.high},      {"unit", p.unit}};
}

Json conclusion_json(std::size_t at, Sensitivity const& found, Question const& question) {
  experiment::Conclusion const& one = found.fragility.conclusions[at];
  bool is_fragile = false;
  for (auto const& flip : found.fragility.flips) is_fragile = is_fragile || flip.conclusion == at;
  auto const said = experiment::sentence_on_standing(one, found, question);
  return {{"smaller", question.worlds[one.smaller].id},
          {"larger", question.worlds[one.larger].id},
          {"difference", measure_json(one.difference)},
          {"adjusted_p", one.p},
          {"is_proven", one.is_proven},
          {"is_fragile", is_fragile},
          {"sentence_en", is_fragile ? Json(nullptr) : Json(said.en)},
          {"sentence_zh", is_fragile ? Json(nullptr) : Json(said.zh)}};
}

Json flip_json(experiment::Flip const& flip, Sensitivity const& found, Question const& question) {
  auto const& conclusion = found.fragility.conclusions[flip.conclusion];
  Json json = input_json(found.inputs[flip.input]);
  auto const said = experiment::sentence_on(flip, found, question);
  json["smaller"] = question.worlds[conclusion.smaller].id;
  json["larger"] = question.worlds[conclusion.larger].id;
  json["kind"] = flip.is_reversed ? "reversed" : "no_longer_proven";
  json["side"] = flip.is_at_low ? "below" : "above";
  json["flip_value"] = flip.value;
  json["still_proven_at"] = flip.still;
  json["no_longer_at"] = flip.no_longer;
  json["difference_at_end"] = measure_json(flip.at_end);
  json["sentence_en"] = said.en;
  json["sentence_zh"] = said.zh;
  return json;
}

Json doubt_json(std::size_t q, Sensitivity const& found, Question const& question) {
  Doubt const& doubt = found.uncertainty.doubts[q];
  Json factors = Json::array(), morris = Json::array(), shares = Json::object();
  for (auto const& factor : doubt.factors) {
    Json pointers = Json::array();
    for (std::size_t const input : factor.inputs) pointers.push_back(found.inputs[input].number.pointer);
    factors.push_back({{"pointers", pointers},
                       {"grade", factor.grade == ' ' ? Json(nullptr) : Json(std::string{factor.grade})},
                       {"is_rest", factor.is_rest},
                       {"first", measure_json(factor.index.first)},
                       {"total", measure_json(factor.index.total)}});
  }
  for (auto const& one : doubt.morris)
    morris.push_back({{"pointer", found.inputs[one.input].number.pointer},
                      {"mean", measure_json(one.effect.mean)},
                      {"absolute", measure_json(one.effect.absolute)},
                      {"spread", one.effect.spread}});
  for (auto const& share : doubt.shares) shares[share.of] = share.percent;
  bool const is_alone = question.worlds.size() == 1;
  auto const said = experiment::sentence_on(doubt, question, q);
  return {{"world", question.worlds[is_alone ? 0 : q + 1].id},
          {"minus", is_alone ? Json(nullptr) : Json(question.worlds.front().id)},
          {"is_known", doubt.is_known},
          {"is_ignorance_seen", doubt.is_ignorance_seen},
          {"over_ranges", measure_json(doubt.over_ranges)},
          {"variance_of_ignorance", doubt.is_known ? Json(doubt.ignorance) : Json(nullptr)},
          {"variance_of_noise", doubt.is_known ? Json(doubt.noise) : Json(nullptr)},
          {"replications", doubt.replications},
          {"share_percent", shares},
          {"reversed_share", is_alone || !doubt.is_known ? Json(nullptr) : Json(doubt.reversed_share)},
          {"morris", morris},
          {"factors", factors},
          {"sentence_en", said.en},
          {"sentence_zh", said.zh}};
}

Json screening_json(Sensitivity const& found) {
  auto const& screening = found.screening;
  Json effective = Json::array(), unresolved = Json::array(), refused = Json::array();
  for (auto const& one : screening.effective) {
    Json json = input_json(found.inputs[one.input]);
    json["change_at_low"] = one.at_low;
    json["change_at_high"] = one.at_high;
    effective.push_back(json);
  }
  for (std::size_t const input : screening.unresolved) unresolved.push_back(found.inputs[input].number.pointer);
  for (auto const& one : screening.refused)
    refused.push_back({{"pointer", found.inputs[one.input].number.pointer}, {"why", one.why}});
  return {{"inputs", found.inputs.size()}, {"without_effect", screening.without_effect},       {"effective", effective},
          {"unresolved", unresolved},      {"unresolved_effect", screening.unresolved_effect}, {"refused", refused}};
}

}  // namespace

std::string json_text(Sensitivity const& found, Question const& question, bool is_preview) {
  Json conclusions = Json::array(), flips = Json::array(), doubts = Json::array();
  for (std::size_t i = 0; i < found.fragility.conclusions.size(); ++i)
    conclusions.push_back(conclusion_json(i, found, question));
  for (auto const& flip : found.fragility.flips) flips.push_back(flip_json(flip, found, question));
  for (std::size_t q = 0; q < found.uncertainty.doubts.size(); ++q) doubts.push_back(doubt_json(q, found, question));
  return dumped({{"schema_version", kJsonVersion},
                 {"preview", is_preview},
                 {"cancelled", found.cancelled},
                 {"not_comparable", found.not_comparable.en.empty() ? Json(nullptr) : words_json(found.not_comparable)},
                 {"measure", question.measure},
                 {"title", words_json(question.title)},
                 {"unit", experiment::unit_of(question)},
                 {"seed", found.seed},
                 {"runs", found.runs},
                 {"wall_s", found.wall_s},
                 {"screening", screening_json(found)},
                 {"replications", found.fragility.replications},
                 {"tried", found.fragility.tried},
                 {"too_weak", found.fragility.too_weak},
                 {"left_out", found.fragility.left_out},
                 {"conclusions", conclusions},
                 {"flips", flips},
                 {"rows", found.uncertainty.rows},
                 {"held", found.uncertainty.held},
                 {"rows_lost", found.uncertainty.rows_lost},
                 {"doubts", doubts},
                 {"law_breaches", found.breaches},
                 {"guard_rails", guard_rails_json(found.guard_rails, question)},
                 {"notes", question.notes}});
}

}  // namespace shudao::viz::cli

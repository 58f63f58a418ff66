#include <nlohmann/json.hpp>

#include "viz/cli/result_json.h"
#include "viz/cli/validation_text.h"

namespace shudao::viz::cli {
namespace {

using experiment::Measure;
using experiment::RowResult;
using scenarios::OutcomeRow;
using Json = nlohmann::ordered_json;

constexpr int kIndent = 1;

Json json_of(Measure const& measure) {
  Json ci95 = nullptr;
  if (measure.ci95) ci95 = {(*measure.ci95)[0], (*measure.ci95)[1]};
  return {{"value", measure.value}, {"ci95", ci95}, {"n", measure.n}};
}

Json json_of(scenarios::Text const& words) { return {{"zh", words.zh}, {"en", words.en}}; }

Json observed_of(OutcomeRow const& row) {
  return {
      {"value", row.value},    {"low", row.low},   {"high", row.high},    {"is_range_given", row.is_range_published},
      {"unit", row.unit_name}, {"year", row.year}, {"source", row.source}};
}

Json error_of(RowResult const& row) { return row.error_percent ? Json(*row.error_percent) : Json(nullptr); }

Json row_of(OutcomeRow const& row, RowResult const& result) {
  return {{"id", row.id},
          {"name", json_of(row.name)},
          {"role", row.is_held_out ? "held_out" : "calibrated"},
          {"grade", std::string{row.grade}},
          {"world", row.first.world},
          {"observed", observed_of(row)},
          {"why_range", row.why_range},
          {"simulated", json_of(result.simulated)},
          {"error_percent", error_of(result)},
          {"is_inside", result.is_inside},
          {"explanation", json_of(row.explanation)}};
}

Json count_of(std::int64_t rows, std::int64_t inside) {
  Json share = nullptr;
  if (rows > 0) share = static_cast<double>(inside) / static_cast<double>(rows);
  return {{"rows", rows}, {"inside", inside}, {"share", share}};
}

Json world_of(experiment::WorldResult const& world) {
  Json breaches = Json::array();
  for (experiment::Law const* law :
       {&world.laws.conservation, &world.laws.ledger, &world.laws.little, &world.laws.capacity}) {
    for (std::string const& breach : law->breaches) breaches.push_back(breach);
  }
  return {{"name", world.name},       {"scenario", world.scenario}, {"laws_hold", world.laws.hold()},
          {"law_breaches", breaches}, {"events", world.events},     {"unfinished", world.unfinished}};
}

Json input_of(experiment::FittedInput const& input) {
  return {{"name", input.name},
          {"pointer", input.pointer},
          {"unit", input.unit},
          {"before", input.before},
          {"after", input.after},
          {"factor", input.factor},
          {"after_ci95", {input.after_low, input.after_high}},
          {"low", input.low},
          {"high", input.high},
          {"is_at_bound", input.is_at_bound},
          {"is_identified", input.is_identified}};
}

std::string text_of(Json const& json) { return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string json_text(scenarios::Validation const& validation, experiment::ValidationResult const& result) {
  Json rows = Json::array(), worlds = Json::array();
  for (std::size_t i = 0; i < result.rows.size(); ++i) rows.push_back(row_of(validation.rows[i], result.rows[i]));
  for (experiment::WorldResult const& world : result.worlds) worlds.push_back(world_of(world));
  return text_of({{"schema_version", kJsonVersion},
                  {"validation", validation.file},
                  {"title", json_of(validation.title)},
                  {"seed", result.seed},
                  {"replications", result.replications},
                  {"wall_s", result.wall_s},
                  {"held_out", count_of(result.held_out, result.held_out_inside)},
                  {"calibrated", count_of(result.calibrated, result.calibrated_inside)},
                  {"rows", rows},
                  {"worlds", worlds},
                  {"notes", validation.notes}});
}

std::string json_text(scenarios::Validation const& validation, experiment::CalibrationResult const& result,
                      std::string const& out) {
  Json rows = Json::array(), inputs = Json::array();
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    OutcomeRow const& row = result.fitted_to[i];
    rows.push_back({{"id", row.id},
                    {"observed", observed_of(row)},
                    {"before", json_of(result.rows[i].before.simulated)},
                    {"after", json_of(result.rows[i].after.simulated)},
                    {"error_percent", error_of(result.rows[i].after)},
                    {"is_inside", result.rows[i].after.is_inside}});
  }
  for (experiment::FittedInput const& input : result.inputs) inputs.push_back(input_of(input));
  return text_of({{"schema_version", kJsonVersion},
                  {"validation", validation.file},
                  {"out", out},
                  {"seed", result.seed},
                  {"replications", result.replications},
                  {"evaluations", result.evaluations},
                  {"misfit_before", result.misfit_before},
                  {"misfit_after", result.misfit_after},
                  {"inputs", inputs},
                  {"rows", rows}});
}

}  // namespace shudao::viz::cli

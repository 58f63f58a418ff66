#include "viz/cli/findings_json.h"

#include "sim/experiment/headline.h"

namespace shudao::viz::cli {
namespace {

Json json_of(experiment::MeasureComparison const& c) {
  Json const difference = measure_json(c.difference);
  return {{"scenario", c.scenario},
          {"corridor", c.corridor},
          {"measure", c.measure},
          {"base", measure_json(c.base)},
          {"value", measure_json(c.value)},
          {"difference", difference["value"]},
          {"ci95", difference["ci95"]},
          {"n", c.difference.n},
          {"p", c.p},
          {"adjusted_p", c.adjusted_p},
          {"correlation", c.correlation},
          {"is_badly_paired", c.is_badly_paired},
          {"verdict", verdict_on(c)},
          {"sentence_en", c.sentence.en},
          {"sentence_zh", c.sentence.zh}};
}

Json json_of(experiment::Ranking const& ranking) {
  Json options = Json::array();
  for (std::size_t i = 0; i < ranking.options.size(); ++i) {
    Json const p = ranking.p_best.empty() ? Json(nullptr) : Json(ranking.p_best.at(i));
    options.push_back({{"scenario", ranking.options[i]}, {"p", p}});
  }
  return {
      {"corridor", ranking.corridor}, {"measure", ranking.measure}, {"options", options}, {"groups", ranking.groups}};
}

}  // namespace

void add_findings(Json& comparison, experiment::Comparison const& c) {
  for (char const* key : {"comparisons", "p_best", "dominated"}) comparison[key] = Json::array();
  for (auto const& one : c.comparisons) comparison["comparisons"].push_back(json_of(one));
  comparison["compared"] = c.compared;
  for (auto const& ranking : c.rankings) comparison["p_best"].push_back(json_of(ranking));
  for (auto const& one : c.dominated) comparison["dominated"].push_back({{"scenario", one.option}, {"by", one.by}});
}

void add_parts(Json& difference, experiment::CorridorDifference const& d) {
  difference["direct_h"] = measure_json(d.direct_h);
  difference["relief_h"] = measure_json(d.relief_h);
  difference["touched"] = d.touched;
  Json components = Json::object();
  for (std::size_t i = 0; i < d.components_h.size(); ++i)
    components[scenarios::name_of(static_cast<scenarios::Component>(i))] = d.components_h[i].value;
  difference["ledger_difference_h"] = components;
}

}  // namespace shudao::viz::cli

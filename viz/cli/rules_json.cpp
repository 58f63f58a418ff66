#include <algorithm>
#include <limits>

#include "scenarios/step_order.h"
#include "sim/base/errors.h"
#include "viz/cli/json_parts.h"
#include "viz/cli/result_json.h"
#include "viz/cli/rules_text.h"
#include "viz/cli/step_text.h"

namespace shudao::viz::cli {
namespace {

using scenarios::ListedRule;
using scenarios::Process;
using scenarios::Rule;
using scenarios::RuleReach;
using scenarios::Scenario;

Json where_json(RuleReach const& reach) {
  return {{"processes", reach.processes}, {"resources", reach.resources}, {"flows", reach.flows}};
}

Json rule_json(ListedRule const& listed, Scenario const& world) {
  Rule const& rule = listed.rule;
  bool const is_dated = rule.from > SimTime::from_ms(std::numeric_limits<std::int64_t>::min() / 2);
  Json sources = Json::array(), rewrites = Json::array(), errors = Json::array();
  for (auto const& source : listed.sources)
    sources.push_back({{"id", source.id}, {"title", source.title}, {"url", source.url}});
  for (auto const& rewrite : rule.written) rewrites.push_back({{"verb", rewrite.verb}, {"name", rewrite.name}});
  for (auto const& error : listed.refused) errors.push_back(text(error));
  return {{"id", rule.id},
          {"title", words_json({rule.title_zh, rule.title_en})},
          {"file", listed.file.empty() ? Json() : Json(listed.file)},
          {"in_force", listed.is_in_force},
          {"from", is_dated ? Json(world.zone.local_text(rule.from).substr(0, 10)) : Json()},
          {"priority", rule.priority},
          {"asked", rule.asked.empty() ? Json() : Json(rule.asked)},
          {"plans", rule.plans},
          {"sources", sources},
          {"evidence", rule.evidence},
          {"expect", words_json({rule.expect_zh, rule.expect_en})},
          {"special_area_only", rule.is_special_area_only},
          {"rewrites", rewrites},
          {"where", where_json(listed.reach)},
          {"notes", listed.notes},
          {"errors", errors}};
}

Json works_json(Scenario const& s, scenarios::Step const& step) {
  Json works = Json::array();
  for (auto const& work : step.works) {
    works.push_back({{"home", work.home},
                     {"duration_h", distribution_text(work.duration_h)},
                     {"mean_h", work.duration_h.mean() * work.scale},
                     {"scale", work.scale},
                     {"per_teu", work.is_per_teu},
                     {"probability", work.probability},
                     {"repeat_probability", work.repeat_probability},
                     {"grants", token_names(s, work.grants)},
                     {"skip_if", token_names(s, work.skip_if)},
                     {"component", scenarios::name_of(work.component)},
                     {"cost_cny", to_cny(work.cost)},
                     {"cost_cny_per_teu", to_cny(work.cost_per_teu)}});
  }
  return works;
}

Json steps_json(Scenario const& s, Process const& process) {
  Json steps = Json::array();
  for (auto const* step : scenarios::in_order(process)) {
    steps.push_back({{"id", step->id},
                     {"after", step->after},
                     {"resource", step->resource.is_none() ? Json() : Json(s.resources[step->resource].id)},
                     {"calendar", step->calendar.is_none() ? Json() : Json(s.calendars[step->calendar].id)},
                     {"needs", token_names(s, step->needs)},
                     {"works", works_json(s, *step)}});
  }
  return steps;
}

}  // namespace

std::string rules_json(scenarios::RuleList const& list) {
  Json rules = Json::array();
  for (ListedRule const& listed : list.rules) rules.push_back(rule_json(listed, list.world));
  return dumped({{"schema_version", kJsonVersion}, {"scenario", list.world.id}, {"rules", rules}});
}

std::string rule_json(Scenario const& world, ListedRule const& listed) {
  auto const rule =
      std::find_if(world.rules.begin(), world.rules.end(), [&](Rule const& r) { return r.id == listed.rule.id; });
  ensure(rule != world.rules.end(), "the rule is in force in its world");
  ListedRule placed = listed;
  placed.reach = scenarios::reach_of(world, *rule);
  auto const effect = scenarios::effect_of(world, *rule);
  Json processes = Json::array();
  for (auto const& p : effect.processes)
    processes.push_back({{"id", p.id}, {"before", steps_json(world, p.before)}, {"after", steps_json(world, p.after)}});
  return dumped({{"schema_version", kJsonVersion},
                 {"scenario", world.id},
                 {"rule", rule_json(placed, world)},
                 {"for",
                  {{"flow", effect.flow.empty() ? Json() : Json(effect.flow)},
                   {"firm_class", effect.firm_class.empty() ? Json() : Json(effect.firm_class)}}},
                 {"processes", processes}});
}

}  // namespace shudao::viz::cli

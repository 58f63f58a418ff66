#include <algorithm>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

namespace {

bool admits(std::vector<std::string> const& allowed, std::string const& value) {
  return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

}  // namespace

bool holds(Condition const& c, Flow const& flow, std::string const& firm_class) {
  return admits(c.flows, flow.id) && admits(c.regimes, flow.regime) && admits(c.commodities, flow.commodity) &&
         admits(c.directions, flow.direction) && admits(c.firm_classes, firm_class);
}

std::vector<Rule const*> rules_in_force(Scenario const& scenario, Flow const* flow, std::string const& firm_class,
                                        SimTime t) {
  std::vector<Rule const*> in_force;
  for (Rule const& rule : scenario.rules) {
    bool const concerns = flow == nullptr ? rule.when.is_always() : holds(rule.when, *flow, firm_class);
    if (concerns && rule.from <= t) in_force.push_back(&rule);
  }
  return in_force;
}

ProcessSet processes_for(Scenario const& scenario, Flow const* flow, std::string const& firm_class, SimTime t) {
  return under_rules(scenario.processes, rules_in_force(scenario, flow, firm_class, t));
}

std::vector<SimTime> rule_dates(Scenario const& scenario) {
  std::vector<SimTime> dates;
  for (Rule const& rule : scenario.rules) {
    bool const is_inside = rule.from > scenario.start && rule.from < scenario.horizon();
    if (is_inside) dates.push_back(rule.from);
  }
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

}  // namespace shudao::scenarios

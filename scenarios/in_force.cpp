#include <algorithm>

#include "scenarios/scenario.h"
#include "sim/base/errors.h"

namespace shudao::scenarios {

namespace {

bool admits(std::vector<std::string> const& allowed, std::string const& value) {
  return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

Flow const* flow_named(Scenario const& scenario, std::string const& id) {
  auto const& flows = scenario.flows;
  auto const at =
      std::lower_bound(flows.begin(), flows.end(), id, [](Flow const& f, auto const& i) { return f.id < i; });
  ensure(at != flows.end() && at->id == id, "the flow exists");
  return &*at;
}

}  // namespace

bool holds(Condition const& c, Flow const& flow, std::string const& firm_class) {
  return admits(c.flows, flow.id) && admits(c.regimes, flow.regime) && admits(c.commodities, flow.commodity) &&
         admits(c.directions, flow.direction) && admits(c.firm_classes, firm_class);
}

ProcessId process_met(ProcessSet const& processes, PlaceId place, Stage stage, Flow const& flow,
                      std::string const& firm_class) {
  for (std::size_t i = 0; i < processes.size(); ++i) {
    Process const& p = processes[ProcessId{i}];
    if (p.place == place && p.stage == stage && holds(p.applies_to, flow, firm_class)) return ProcessId{i};
  }
  return ProcessId::none();
}

ProcessSet processes_for(Scenario const& scenario, std::string const& flow, std::string const& firm_class, SimTime t) {
  Flow const* party = flow.empty() ? nullptr : flow_named(scenario, flow);
  std::vector<Rule const*> in_force;
  for (Rule const& rule : scenario.rules) {
    bool const concerns = party == nullptr ? rule.when.is_always() : holds(rule.when, *party, firm_class);
    if (concerns && rule.from <= t) in_force.push_back(&rule);
  }
  return under_rules(scenario.processes, in_force);
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

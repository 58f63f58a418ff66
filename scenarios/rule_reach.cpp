#include <algorithm>
#include <functional>
#include <set>

#include "scenarios/rewrite.h"
#include "scenarios/rule_list.h"

namespace shudao::scenarios {

namespace {

using Ids = std::set<std::string>;

std::vector<std::string> sorted(Ids const& ids) { return {ids.begin(), ids.end()}; }

/// The processes that a rule alone changes.
Ids processes_changed(Scenario const& scenario, Rule const& rule) {
  Ids ids;
  ProcessSet set = scenario.processes;
  for (PlacedRewrite const& rewrite : rule.rewrites) {
    if (!names_exist(set, rewrite.verb) || !faults_of(set, rewrite.verb).empty()) continue;
    ids.merge(processes_touched(rewrite.verb));
    apply(set, rewrite.verb);
  }
  return ids;
}

Ids resources_changed(Scenario const& scenario, Rule const& rule) {
  Ids ids;
  for (PlacedRewrite const& rewrite : rule.rewrites) {
    auto const* set = std::get_if<SetResource>(&rewrite.verb);
    if (set != nullptr && !set->resource.is_none()) ids.insert(scenario.resources[set->resource].id);
  }
  return ids;
}

/// Calls `meet` for every stage of every place on the ways of a flow.
void each_stage(Scenario const& scenario, Flow const& flow, std::function<void(PlaceId, Stage)> const& meet) {
  for (Route const& route : flow.routes) {
    if (!route.legs.empty()) meet(flow.from, Stage::origin);
    for (std::size_t i = 0; i < route.legs.size(); ++i) {
      auto const& leg = route.legs[i];
      auto const& stops = scenario.services[leg.service].stops;
      for (auto at = leg.board + 1; at < leg.leave; ++at) meet(stops[at].place, Stage::aboard);
      meet(stops[leg.leave].place, i + 1 < route.legs.size() ? Stage::transfer : Stage::destination);
    }
  }
}

/// Whether vehicles that carry the flow go through one of the processes.
bool rides_through(Scenario const& scenario, Flow const& flow, Ids const& processes) {
  for (Route const& route : flow.routes) {
    for (auto const& leg : route.legs) {
      auto const& stops = scenario.services[leg.service].stops;
      for (auto at = leg.board + 1; at <= leg.leave; ++at) {
        if (!stops[at].process.is_none() && processes.contains(scenario.processes[stops[at].process].id)) return true;
      }
    }
  }
  return false;
}

bool is_served_by(Scenario const& scenario, Process const& process, Ids const& resources) {
  return std::any_of(process.steps.begin(), process.steps.end(), [&](Step const& step) {
    return !step.resource.is_none() && resources.contains(scenario.resources[step.resource].id);
  });
}

bool is_handled_by(Scenario const& scenario, Place const& place, Ids const& resources) {
  auto const is_one = [&](ResourceId id) { return !id.is_none() && resources.contains(scenario.resources[id].id); };
  return (place.gate && is_one(place.gate->resource)) ||
         std::any_of(place.handling.begin(), place.handling.end(),
                     [&](Handling const& h) { return is_one(h.resource); });
}

/// What consignments of this flow and class go through at a stage of a place before any rule; null if nothing.
Process const* process_met(Scenario const& scenario, PlaceId place, Stage stage, Flow const& flow,
                           std::string const& firm_class) {
  auto const found = std::find_if(scenario.processes.begin(), scenario.processes.end(), [&](Process const& process) {
    return process.place == place && process.stage == stage && holds(process.applies_to, flow, firm_class);
  });
  return found == scenario.processes.end() ? nullptr : &*found;
}

bool concerns(Scenario const& scenario, Rule const& rule, Flow const& flow, Ids const& processes,
              Ids const& resources) {
  if (rule.when.is_always() && rides_through(scenario, flow, processes)) return true;
  bool is_met = false;
  for (auto const& firm : flow.firm_classes) {
    if (!holds(rule.when, flow, firm.name)) continue;
    each_stage(scenario, flow, [&](PlaceId place, Stage stage) {
      if (stage != Stage::aboard && is_handled_by(scenario, scenario.places[place], resources)) is_met = true;
      Process const* const process = process_met(scenario, place, stage, flow, firm.name);
      if (process == nullptr) return;
      is_met = is_met || processes.contains(process->id) || is_served_by(scenario, *process, resources);
    });
  }
  return is_met;
}

/// The rules in force for a party, whatever their dates.
std::vector<Rule const*> rules_for(Scenario const& scenario, std::string const& flow, std::string const& firm_class) {
  std::vector<Rule const*> rules;
  for (Rule const& rule : scenario.rules) {
    bool is_concerned = flow.empty() && rule.when.is_always();
    for (Flow const& other : scenario.flows) {
      if (other.id == flow) is_concerned = holds(rule.when, other, firm_class);
    }
    if (is_concerned) rules.push_back(&rule);
  }
  return rules;
}

}  // namespace

RuleReach reach_of(Scenario const& scenario, Rule const& rule) {
  auto const processes = processes_changed(scenario, rule);
  auto const resources = resources_changed(scenario, rule);
  Ids flows;
  for (Flow const& flow : scenario.flows) {
    if (concerns(scenario, rule, flow, processes, resources)) flows.insert(flow.id);
  }
  return {sorted(processes), sorted(resources), sorted(flows)};
}

RuleEffect effect_of(Scenario const& scenario, Rule const& rule) {
  RuleEffect effect;
  auto const reach = reach_of(scenario, rule);
  for (Flow const& flow : scenario.flows) {
    if (!effect.flow.empty() || reach.flows.empty() || flow.id != reach.flows.front()) continue;
    for (auto const& firm : flow.firm_classes) {
      if (!effect.flow.empty() || !holds(rule.when, flow, firm.name)) continue;
      effect.flow = flow.id;
      effect.firm_class = firm.name;
    }
  }
  auto rules = rules_for(scenario, effect.flow, effect.firm_class);
  bool const is_among =
      std::any_of(rules.begin(), rules.end(), [&](Rule const* other) { return other->id == rule.id; });
  if (!is_among) rules.push_back(&rule);
  auto const after = under_rules(scenario.processes, rules);
  std::erase_if(rules, [&](Rule const* other) { return other->id == rule.id; });
  auto const before = under_rules(scenario.processes, rules);
  for (std::size_t i = 0; i < before.size(); ++i) {
    auto const& one = before[ProcessId{i}];
    auto const& other = after[ProcessId{i}];
    if (text(one) != text(other)) effect.processes.push_back({one.id, one, other});
  }
  return effect;
}

}  // namespace shudao::scenarios

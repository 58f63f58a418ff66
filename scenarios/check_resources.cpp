#include <algorithm>
#include <map>

#include "scenarios/checks.h"

namespace shudao::scenarios {

namespace {

struct ChangeByRule {
  Rule const* rule;
  std::string pointer;
  SetResource const* set;
};

void judge_rule(Fields const& world, Scenario const& scenario, Rule const& rule) {
  if (!rule.when.is_always()) {
    world.fault("rules/" + rule.id + "/when", "a condition", "none: \"set_resource\" changes a resource for everybody");
  }
  if (rule.from > scenario.start) {
    world.fault_at("rules/" + rule.id + "/from", "a date at or before the start of the run, for \"set_resource\"");
  }
}

/// In the order of application.
std::vector<ChangeByRule> changes_of(Fields const& world, Scenario const& scenario) {
  std::vector<ChangeByRule> changes;
  for (Rule const& rule : scenario.rules) {
    for (PlacedRewrite const& rewrite : rule.rewrites) {
      auto const* set = std::get_if<SetResource>(&rewrite.verb);
      if (set == nullptr || set->resource.is_none()) continue;
      judge_rule(world, scenario, rule);
      changes.push_back({&rule, "rules/" + rule.id + "/rewrites/" + std::to_string(rewrite.position), set});
    }
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](ChangeByRule const& a, ChangeByRule const& b) { return a.rule->priority < b.rule->priority; });
  return changes;
}

bool conflict(ChangeByRule const& a, ChangeByRule const& b) {
  if (a.rule == b.rule || a.rule->priority != b.rule->priority || a.set->resource != b.set->resource) return false;
  bool const servers = a.set->servers && b.set->servers && *a.set->servers != *b.set->servers;
  bool const hours = a.set->calendar && b.set->calendar && *a.set->calendar != *b.set->calendar;
  return servers || hours;
}

}  // namespace

void set_resources(Fields const& world, Scenario& scenario) {
  auto const changes = changes_of(world, scenario);
  for (auto at = changes.begin(); at != changes.end(); ++at) {
    auto const other = std::find_if(changes.begin(), at, [&](ChangeByRule const& c) { return conflict(c, *at); });
    if (other != at) {
      world.fault("rules/" + at->rule->id,
                  "rules of one priority whose order matters: " + other->rule->id + " and " + at->rule->id,
                  "a higher \"priority\" for the one that is to be applied last");
    }
    Resource& resource = scenario.resources[at->set->resource];
    int const servers = at->set->servers.value_or(resource.servers);
    CalendarId const calendar = at->set->calendar.value_or(resource.calendar);
    if (servers == resource.servers && calendar == resource.calendar) {
      world.reading().notes.push_back(at->pointer + ": changes nothing of " + resource.id);
    }
    resource.servers = servers;
    resource.calendar = calendar;
  }
}

}  // namespace shudao::scenarios

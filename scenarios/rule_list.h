#pragma once
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/base/errors.h"

namespace shudao::scenarios {

/// What a rule touches in a world: ids, sorted.
struct RuleReach {
  std::vector<std::string> processes;  ///< That it changes, "place/process".
  std::vector<std::string> resources;  ///< Of which it changes servers or hours, "place/resource".
  std::vector<std::string> flows;      ///< Whose consignments meet these processes or resources and whom it concerns.
  [[nodiscard]] bool is_empty() const { return processes.empty() && resources.empty(); }
};

/// The reach of a rule of the scenario, whether it is in force or not; the other rules are left aside.
RuleReach reach_of(Scenario const&, Rule const&);

/// A rule that could be put in force in a world.
struct ListedRule {
  std::string file;  ///< Empty if it stands in the world itself.
  Rule rule;
  bool is_in_force = false;
  std::vector<Source> sources;  ///< Those that it names.
  RuleReach reach;
  std::vector<std::string> notes;   ///< What the reader noted about it.
  std::vector<InputError> refused;  ///< Why the world cannot have it; `rule` then holds what could be read.
};

/// A world and all rules that are at hand for it, by id: those in force and those of a folder of rule files.
struct RuleList {
  std::string world_file;
  Scenario world;
  std::vector<ListedRule> rules;
};

/// `path` is a world or patch, or the folder of one, whose rules stand in the folder `rules` beside it; or a folder of
/// rule files (or one such file), whose world stands in the folder above. Throws InputErrors if the world is not sound,
/// FileError if it cannot be read.
RuleList list_rules(std::string const& path);

/// The world with one of the listed rules in force. Throws InputErrors if it cannot be.
Scenario with_rule(RuleList const&, ListedRule const&);

/// A process as a party meets it without and with a rule, under all the other rules in force.
struct RewrittenProcess {
  std::string id;
  Process before, after;
};
/// The processes that the rule changes, for a party that it concerns: a flow and firm class, or vehicles (empty).
struct RuleEffect {
  std::string flow, firm_class;
  std::vector<RewrittenProcess> processes;
};
RuleEffect effect_of(Scenario const& with_rule, Rule const&);

}  // namespace shudao::scenarios

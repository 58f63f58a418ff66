#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "scenarios/process.h"
#include "sim/base/time.h"

namespace shudao::scenarios {

/// Names a step: process id "place/process" and the step's id in it.
struct StepName {
  std::string process;
  std::string step;
  friend auto operator<=>(StepName const&, StepName const&) = default;
};

/// The rewrite verbs of docs/file-formats.md. Each is a pure change of the processes (or of one resource).
struct Add {
  std::string process;
  Step step;
  std::vector<std::string> before;
};
struct Remove {
  StepName step;
};  ///< What came after it now comes after what came before it.
/// To another process (usually at another place) or to another point of the same one; works keep their homes.
/// Several steps keep the order among themselves.
struct Move {
  std::vector<StepName> steps;
  std::string to_process;
  std::vector<std::string> after, before;
  std::optional<ResourceId> resource;  ///< At the new place; otherwise the resource of the same name there:
  std::vector<std::pair<ResourceId, ResourceId>> same_name_there;  ///< (any, the one at the new place), sorted.
  TokenSet grants;        ///< Granted when all of them are finished or skipped: see `milestone`.
  std::string milestone;  ///< Id of the step without work that grants them; used unless the last step does already.
};
/// Its successors no longer wait for it; only `until` (or, if empty, the end of the process) does.
struct Parallel {
  StepName step;
  std::vector<std::string> until;
};
struct Scale {
  StepName step;
  double duration_by = 1.0;
};
struct SetStep {
  StepName step;
  std::optional<Distribution> duration_h;
  std::optional<double> probability, repeat_probability;
  std::optional<ResourceId> resource;
  std::optional<CalendarId> calendar;
  std::optional<Money> cost, cost_per_teu;
  TokenSet needs, grants;  ///< Added to what the step has.
};
struct SetResource {
  ResourceId resource;
  std::optional<int> servers;
  std::optional<CalendarId> calendar;
};
struct SkipIf {
  StepName step;
  TokenSet tokens;
};
/// One step instead of several: one visit of one resource, as long as the longest of them.
struct Merge {
  std::vector<StepName> steps;
  std::string into;
  std::optional<ResourceId> resource;
};

using Rewrite = std::variant<Add, Remove, Move, Parallel, Scale, SetStep, SetResource, SkipIf, Merge>;

/// A rewrite at one process, and which entry of the rule's list it comes from. What is spread over the places of the
/// rule leaves processes alone that lack a step that it names.
struct PlacedRewrite {
  Rewrite verb;
  std::size_t position = 0;
  bool is_spread = false;
};

/// An entry of the rule's list as it is written, for people: the verb and the first name in it.
struct WrittenRewrite {
  std::string verb, name;
  bool is_spread = false;
};

/// A named reform. It concerns the process instances that are entered at or after `from` by parties that meet `when`.
struct Rule {
  std::string id;
  std::string title_zh, title_en;
  SimTime from;  ///< SimTime::from_ms(INT64_MIN/2) when it has always been in force.
  int priority = 0;
  Condition when;
  std::vector<std::string> at, at_kinds;  ///< Places, kinds of places, that names without a place stand for.
  std::vector<WrittenRewrite> written;
  std::vector<PlacedRewrite> rewrites;                ///< At every process that an entry of the list fits.
  std::vector<std::string> plans, sources, evidence;  ///< Catalogue ids; source ids; rows of observed facts.
  std::string expect_zh, expect_en;                   ///< The effect that is expected; may be empty.
  std::string asked;                                  ///< "plans", "national" or empty.
  bool is_special_area_only = false;                  ///< In force at places of the kind bonded_zone only.
};

using RuleId = Id<struct RuleTag>;

/// The processes with one rewrite applied. Throws BrokenPromise for names that the reader should have refused.
ProcessSet rewritten(ProcessSet const&, Rewrite const&);

/// The processes with all rewrites of the rules applied, by ascending priority, then by rule id; the reader has made
/// sure that rules of one priority commute.
ProcessSet under_rules(ProcessSet const& base, std::vector<Rule const*> const& rules);

}  // namespace shudao::scenarios

#include <algorithm>
#include <map>
#include <set>

#include "scenarios/checks.h"
#include "scenarios/rewrite.h"

namespace shudao::scenarios {

namespace {

using RuleList = std::vector<Rule const*>;  ///< In the order of application.

bool comes_before(Rule const* a, Rule const* b) {
  return a->priority != b->priority ? a->priority < b->priority : a->id < b->id;
}

std::string pointer_of(Rule const& rule, std::size_t rewrite) {
  return "rules/" + rule.id + "/rewrites/" + std::to_string(rewrite);
}

using Ids = std::set<std::string>;

/// The processes that a rule can change.
Ids touched(Rule const& rule) {
  Ids ids;
  for (auto const& rewrite : rule.rewrites) ids.merge(processes_touched(rewrite.verb));
  return ids;
}

std::string text_of(ProcessSet const& set, Ids const& ids) {
  std::string out;
  for (auto const& process : set) {
    if (ids.contains(process.id)) out += text(process);
  }
  return out;
}

/// Applies as much of a rule as can be; whether all of it could.
bool apply_rule(ProcessSet& set, Rule const& rule) {
  for (auto const& rewrite : rule.rewrites) {
    if (rewrite.is_spread && !names_exist(set, rewrite.verb)) continue;
    if (!faults_of(set, rewrite.verb).empty()) return false;
    apply(set, rewrite.verb);
  }
  return true;
}

/// The rules of a world, tried out in every state that a party can meet.
class RuleCheck {
 public:
  RuleCheck(Fields const& world, Scenario const& scenario) : world_{world}, scenario_{scenario} {}

  void run() {
    check_circles();
    for (auto const& party : parties()) try_at_all_dates(party);
    for (Rule const& rule : scenario_.rules) {
      if (tried_.contains(&rule) || is_broken(rule)) continue;
      bool const is_late = rule.from >= scenario_.horizon();
      note("the rule " + rule.id +
           (is_late ? " comes into force after the window and changes nothing" : " concerns nobody in this world"));
      processes_under({&rule});
    }
    note_idle_rewrites();
  }

 private:
  void check_circles() {
    for (Process const& process : scenario_.processes) {
      auto const circle = circle_of(process);
      if (circle.empty()) continue;
      std::string path;
      for (auto const& id : circle) path += (path.empty() ? "" : " → ") + id;
      auto const slash = process.id.find('/');
      world_.fault("places/" + process.id.substr(0, slash) + "/processes/" + process.id.substr(slash + 1) + "/steps",
                   "a circle of steps: " + path, "steps that can follow one another");
      has_circle_ = true;
    }
  }

  /// A rule that could not be read: what it would have done is not known.
  [[nodiscard]] bool is_broken(Rule const& rule) const {
    auto const& broken = world_.reading().broken_rules;
    return std::find(broken.begin(), broken.end(), rule.id) != broken.end();
  }

  /// Whether a broken rule would grant tokens, which others may need.
  [[nodiscard]] bool broken_ones_grant() const {
    Json const* rules = world_.find("rules");
    auto const& broken = world_.reading().broken_rules;
    return std::any_of(broken.begin(), broken.end(), [&](std::string const& id) {
      Json const* rule = rules == nullptr ? nullptr : rules->find(id);
      return rule != nullptr && canonical_text(*rule).find("\"grants\"") != std::string::npos;
    });
  }

  [[nodiscard]] std::vector<Party> parties() const {
    std::vector<Party> all{Party{}};
    for (Flow const& flow : scenario_.flows) {
      for (auto const& firm : flow.firm_classes) all.push_back({&flow, firm.name});
    }
    return all;
  }

  void try_at_all_dates(Party const& party) {
    if (has_circle_) return;
    auto dates = rule_dates(scenario_);
    dates.insert(dates.begin(), scenario_.start);
    std::set<RuleList> seen;
    for (SimTime const date : dates) {
      RuleList rules;
      for (Rule const& rule : scenario_.rules) {
        bool const concerns =
            party.flow == nullptr ? rule.when.is_always() : holds(rule.when, *party.flow, party.firm_class);
        if (concerns && rule.from <= date && !is_broken(rule)) rules.push_back(&rule);
      }
      std::sort(rules.begin(), rules.end(), comes_before);
      if (!seen.insert(rules).second) continue;
      auto const& processes = processes_under(rules);
      if (!lacks_grants_) check_way(world_, scenario_, processes, party, said(rules));
    }
  }

  static std::string said(RuleList const& rules) {
    std::string text;
    for (Rule const* rule : rules) text += (text.empty() ? " (with the rule " : ", ") + rule->id;
    return text.empty() ? text : text + ")";
  }

  /// The processes with these rules in force; the first time, everything wrong with the rules is said.
  ProcessSet const& processes_under(RuleList const& rules) {
    auto const [at, is_new] = states_.try_emplace(rules);
    if (!is_new) return at->second;
    ProcessSet set = scenario_.processes;
    for (auto group = rules.begin(); group != rules.end();) {
      auto const end =
          std::find_if(group, rules.end(), [&](Rule const* r) { return r->priority != (*group)->priority; });
      check_order(set, {group, end});
      for (; group != end; ++group) apply_and_judge(set, **group);
    }
    return at->second = std::move(set);
  }

  void apply_and_judge(ProcessSet& set, Rule const& rule) {
    tried_.insert(&rule);
    for (PlacedRewrite const& rewrite : rule.rewrites) {
      if (rewrite.is_spread && !names_exist(set, rewrite.verb)) continue;
      auto const faults = faults_of(set, rewrite.verb);
      for (auto const& fault : faults) {
        auto const where = pointer_of(rule, rewrite.position) + (fault.where.empty() ? "" : "/" + fault.where);
        world_.fault(where, fault.found, fault.expected, fault.nearest);
      }
      if (!faults.empty()) return;  // the rest of the rule builds on it
      fitting_.insert({&rule, rewrite.position});
      auto const ids = processes_touched(rewrite.verb);
      auto const before = text_of(set, ids);
      apply(set, rewrite.verb);
      if (text_of(set, ids) != before) effective_.insert({&rule, rewrite.position});
    }
  }

  /// Rules of one priority must give the same in either order.
  void check_order(ProcessSet const& set, RuleList const& rules) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      for (std::size_t j = i + 1; j < rules.size(); ++j) check_pair(set, *rules[i], *rules[j]);
    }
  }

  void check_pair(ProcessSet const& set, Rule const& a, Rule const& b) {
    if (!judged_.insert({&a, &b}).second) return;
    auto ids = touched(a);
    auto const others = touched(b);
    bool const meet = std::any_of(ids.begin(), ids.end(), [&](auto const& id) { return others.contains(id); });
    if (!meet) return;
    ids.insert(others.begin(), others.end());
    ProcessSet one = only(set, ids);
    ProcessSet other = one;
    bool const fits_one = apply_rule(one, a) && apply_rule(one, b);
    bool const fits_other = apply_rule(other, b) && apply_rule(other, a);
    if (!fits_one && !fits_other) return;  // said where each is applied
    if (fits_one == fits_other && text_of(one, ids) == text_of(other, ids)) return;
    world_.fault("rules/" + b.id, "rules of one priority whose order matters: " + a.id + " and " + b.id,
                 "a higher \"priority\" for the one that is to be applied last");
  }

  void note(std::string text) { world_.reading().notes.push_back(std::move(text)); }

  /// The step that was probably meant where a name without place fits none.
  [[nodiscard]] std::string nearest_to(std::string const& name) const {
    std::vector<std::string> all;
    for (Process const& process : scenario_.processes) {
      auto const local = process.id.substr(process.id.find('/') + 1);
      for (Step const& step : process.steps) all.push_back(local + "/" + step.id);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    auto const nearest = likely_name(name, all);
    return nearest.empty() || nearest == name ? "" : " (did you mean " + nearest + "?)";
  }

  void note_idle(Rule const& rule, std::size_t position) {
    auto const& written = rule.written[position];
    std::string const which = "rewrite " + std::to_string(position) + " of the rule " + rule.id;
    bool const is_process_verb = written.verb != "set_resource";
    bool const is_placed = std::any_of(rule.rewrites.begin(), rule.rewrites.end(),
                                       [&](PlacedRewrite const& r) { return r.position == position; });
    bool const fits = is_process_verb ? fitting_.contains({&rule, position}) : is_placed;
    if (written.is_spread && !fits) {
      note(which + " fits nothing in this world: " + written.name + (is_process_verb ? nearest_to(written.name) : ""));
    } else if (is_process_verb && !effective_.contains({&rule, position})) {
      note(which + " changes nothing");
    }
  }

  void note_idle_rewrites() {
    if (world_.reading().problems.count() > 0) return;
    for (Rule const& rule : scenario_.rules) {
      for (std::size_t i = 0; i < rule.written.size(); ++i) note_idle(rule, i);
    }
  }

  Fields const& world_;
  Scenario const& scenario_;
  std::map<RuleList, ProcessSet> states_;
  std::set<Rule const*> tried_;
  std::set<std::pair<Rule const*, Rule const*>> judged_;
  std::set<std::pair<Rule const*, std::size_t>> fitting_, effective_;
  bool has_circle_ = false;
  bool const lacks_grants_ = broken_ones_grant();
};

}  // namespace

void check_rules(Fields const& world, Scenario const& scenario) { RuleCheck{world, scenario}.run(); }

}  // namespace shudao::scenarios

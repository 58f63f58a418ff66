#include "scenarios/rewrite.h"

#include <algorithm>
#include <set>

#include "sim/base/errors.h"

namespace shudao::scenarios {

namespace {

using NameList = std::vector<std::string>;

Process& process_named(ProcessSet& set, std::string const& id) {
  auto const at =
      std::lower_bound(set.begin(), set.end(), id, [](Process const& p, auto const& i) { return p.id < i; });
  ensure(at != set.end() && at->id == id, "a rewrite names a process that exists");
  return *at;
}

auto step_at(Process& process, std::string const& id) {
  return std::lower_bound(process.steps.begin(), process.steps.end(), id,
                          [](Step const& s, auto const& i) { return s.id < i; });
}

Step& step_named(Process& process, std::string const& id) {
  auto const at = step_at(process, id);
  ensure(at != process.steps.end() && at->id == id, "a rewrite names a step that exists");
  return *at;
}

Step& step_named(ProcessSet& set, StepName const& name) {
  return step_named(process_named(set, name.process), name.step);
}

void insert(Process& process, Step step) {
  auto const at = step_at(process, step.id);
  process.steps.insert(at, std::move(step));
}

void add_name(NameList& names, std::string const& name) {
  auto const at = std::lower_bound(names.begin(), names.end(), name);
  if (at == names.end() || *at != name) names.insert(at, name);
}

void add_names(NameList& names, NameList const& more) {
  for (auto const& name : more) add_name(names, name);
}

bool drop_name(NameList& names, std::string const& name) { return std::erase(names, name) > 0; }

/// Those that waited for the step wait for what it waited for.
void bridge(Process& process, Step const& gone) {
  for (auto& step : process.steps) {
    if (drop_name(step.after, gone.id)) add_names(step.after, gone.after);
  }
}

Step take(Process& process, std::string const& id) {
  auto const at = step_at(process, id);
  ensure(at != process.steps.end() && at->id == id, "a rewrite names a step that exists");
  Step gone = std::move(*at);
  process.steps.erase(at);
  bridge(process, gone);
  return gone;
}

void make_wait(Process& process, NameList const& waiting, std::string const& for_step) {
  for (auto const& name : waiting) add_name(step_named(process, name).after, for_step);
}

void apply(ProcessSet& set, Add const& add) {
  auto& process = process_named(set, add.process);
  insert(process, add.step);
  make_wait(process, add.before, add.step.id);
}

void apply(ProcessSet& set, Remove const& remove) { take(process_named(set, remove.step.process), remove.step.step); }

/// The members of `ids` that the step waits for, directly or through steps that are not among them.
NameList nearest_before(Process const& process, std::string const& id, std::set<std::string> const& ids) {
  NameList found;
  std::set<std::string> seen;
  NameList open{id};
  while (!open.empty()) {
    std::string const current = open.back();
    open.pop_back();
    for (auto const& step : process.steps) {
      if (step.id != current) continue;
      for (auto const& before : step.after) {
        if (ids.contains(before)) {
          add_name(found, before);
        } else if (seen.insert(before).second) {
          open.push_back(before);
        }
      }
    }
  }
  return found;
}

/// The steps of a move, waiting for each other as they did and for nothing else, taken out of their processes.
std::vector<Step> taken(ProcessSet& set, std::vector<StepName> const& names) {
  std::vector<NameList> order;
  for (auto const& name : names) {
    std::set<std::string> siblings;
    for (auto const& other : names) {
      if (other.process == name.process) siblings.insert(other.step);
    }
    order.push_back(nearest_before(process_named(set, name.process), name.step, siblings));
  }
  std::vector<Step> steps;
  for (std::size_t i = 0; i < names.size(); ++i) {
    steps.push_back(take(process_named(set, names[i].process), names[i].step));
    steps.back().after = order[i];
  }
  return steps;
}

/// The steps that none of the others waits for.
NameList last_of(std::vector<Step> const& steps) {
  NameList last;
  for (auto const& step : steps) {
    auto const waits = [&](Step const& s) {
      return std::find(s.after.begin(), s.after.end(), step.id) != s.after.end();
    };
    if (std::none_of(steps.begin(), steps.end(), waits)) last.push_back(step.id);
  }
  return last;
}

bool is_granted_by_last(std::vector<Step> const& steps, NameList const& last, TokenSet tokens) {
  if (last.size() != 1) return false;
  auto const at = std::find_if(steps.begin(), steps.end(), [&](Step const& s) { return s.id == last.front(); });
  return at->grants().contains_all(tokens);
}

Step milestone(Move const& move, NameList after) {
  Step step;
  step.id = move.milestone;
  std::sort(after.begin(), after.end());
  step.after = std::move(after);
  Work work;
  work.home = move.to_process + "/" + step.id;
  work.home_hash = name_hash(work.home);
  work.grants = move.grants;
  step.works.push_back(work);
  return step;
}

ResourceId resource_there(Move const& move, ResourceId here) {
  if (here.is_none()) return here;
  if (move.resource) return *move.resource;
  auto const at = std::lower_bound(move.same_name_there.begin(), move.same_name_there.end(), here,
                                   [](auto const& pair, ResourceId r) { return pair.first < r; });
  bool const is_there = at != move.same_name_there.end() && at->first == here;
  return is_there ? at->second : ResourceId::none();
}

void apply(ProcessSet& set, Move const& move) {
  auto steps = taken(set, move.steps);
  auto last = last_of(steps);
  if (!move.grants.is_empty() && !is_granted_by_last(steps, last, move.grants)) {
    steps.push_back(milestone(move, last));
    last = {move.milestone};
  }
  auto& process = process_named(set, move.to_process);
  for (auto& step : steps) {
    step.resource = resource_there(move, step.resource);
    if (step.after.empty()) add_names(step.after, move.after);
    insert(process, std::move(step));
  }
  for (auto const& id : last) make_wait(process, move.before, id);
}

void apply(ProcessSet& set, Parallel const& parallel) {
  auto& process = process_named(set, parallel.step.process);
  Step const step = step_named(process, parallel.step.step);
  bridge(process, step);
  make_wait(process, parallel.until, step.id);
}

void apply(ProcessSet& set, Scale const& scale) {
  for (auto& work : step_named(set, scale.step).works) work.scale *= scale.duration_by;
}

void apply(ProcessSet& set, SetStep const& change) {
  auto& step = step_named(set, change.step);
  for (auto& work : step.works) {
    if (change.duration_h) {
      work.duration_h = *change.duration_h;
      work.scale = 1.0;
    }
    work.probability = change.probability.value_or(work.probability);
    work.repeat_probability = change.repeat_probability.value_or(work.repeat_probability);
    // Of a joint step the cost is the first work's alone: it was set for the step, not for each of its works.
    bool const is_first = &work == &step.works.front();
    if (change.cost) work.cost = is_first ? *change.cost : Money{};
    if (change.cost_per_teu) work.cost_per_teu = is_first ? *change.cost_per_teu : Money{};
    work.grants.insert(change.grants);
  }
  step.resource = change.resource.value_or(step.resource);
  step.calendar = change.calendar.value_or(step.calendar);
  step.needs.insert(change.needs);
}

void apply(ProcessSet&, SetResource const&) {}  // a change of the world's resources, not of processes

void apply(ProcessSet& set, SkipIf const& skip) {
  for (auto& work : step_named(set, skip.step).works) work.skip_if.insert(skip.tokens);
}

/// What `b` adds to a joint step that began as `a`. Each work keeps its probability, cost, tokens and cause.
void join(Step& a, Step const& b) {
  add_names(a.after, b.after);
  a.works.insert(a.works.end(), b.works.begin(), b.works.end());
  a.needs.insert(b.needs);
}

void apply(ProcessSet& set, Merge const& merge) {
  auto& process = process_named(set, merge.steps.front().process);
  Step joint = step_named(process, merge.steps.front().step);
  for (std::size_t i = 1; i < merge.steps.size(); ++i) join(joint, step_named(process, merge.steps[i].step));
  std::set<std::string> parts;
  for (auto const& name : merge.steps) parts.insert(name.step);
  std::erase_if(joint.after, [&](auto const& id) { return parts.contains(id); });
  std::erase_if(process.steps, [&](Step const& s) { return parts.contains(s.id); });
  for (auto& step : process.steps) {
    bool const waited = std::erase_if(step.after, [&](auto const& id) { return parts.contains(id); }) > 0;
    if (waited) add_name(step.after, merge.into);
  }
  joint.id = merge.into;
  joint.needs.remove(joint.grants());
  joint.resource = merge.resource.value_or(joint.resource);
  if (!joint.resource.is_none()) joint.calendar = CalendarId::none();
  std::sort(joint.works.begin(), joint.works.end(), [](Work const& a, Work const& b) { return a.home < b.home; });
  insert(process, std::move(joint));
}

}  // namespace

void apply(ProcessSet& set, Rewrite const& rewrite) {
  std::visit([&](auto const& verb) { apply(set, verb); }, rewrite);
}

ProcessSet rewritten(ProcessSet const& processes, Rewrite const& rewrite) {
  ensure(faults_of(processes, rewrite).empty(), "the reader refused rewrites that do not fit");
  ProcessSet result = processes;
  apply(result, rewrite);
  return result;
}

ProcessSet under_rules(ProcessSet const& base, std::vector<Rule const*> const& rules) {
  auto ordered = rules;
  std::sort(ordered.begin(), ordered.end(), [](Rule const* a, Rule const* b) {
    return a->priority != b->priority ? a->priority < b->priority : a->id < b->id;
  });
  ProcessSet result = base;
  for (Rule const* rule : ordered) {
    for (auto const& rewrite : rule->rewrites) {
      if (!rewrite.is_spread || names_exist(result, rewrite.verb)) apply(result, rewrite.verb);
    }
  }
  return result;
}

}  // namespace shudao::scenarios

#include <algorithm>
#include <map>
#include <set>

#include "scenarios/names.h"
#include "scenarios/rewrite.h"

namespace shudao::scenarios {

namespace {

using Faults = std::vector<RewriteFault>;

std::string text_of(StepName const& name) { return name.process + "/" + name.step; }

std::string place_of(std::string const& process) { return process.substr(0, process.find('/')); }

Process const* process_named(ProcessSet const& set, std::string const& id) {
  auto const at = std::find_if(set.begin(), set.end(), [&](Process const& p) { return p.id == id; });
  return at == set.end() ? nullptr : &*at;
}

Step const* step_named(Process const& process, std::string const& id) {
  auto const at = std::find_if(process.steps.begin(), process.steps.end(), [&](Step const& s) { return s.id == id; });
  return at == process.steps.end() ? nullptr : &*at;
}

bool has_step(ProcessSet const& set, StepName const& name) {
  auto const* process = process_named(set, name.process);
  return process != nullptr && step_named(*process, name.step) != nullptr;
}

bool has_steps(ProcessSet const& set, std::string const& process, std::vector<std::string> const& steps) {
  return std::all_of(steps.begin(), steps.end(), [&](auto const& step) { return has_step(set, {process, step}); });
}

bool has_steps(ProcessSet const& set, std::vector<StepName> const& steps) {
  return std::all_of(steps.begin(), steps.end(), [&](auto const& name) { return has_step(set, name); });
}

bool names_exist(ProcessSet const& set, Add const& add) {
  bool const is_there = process_named(set, add.process) != nullptr;
  return is_there && has_steps(set, add.process, add.step.after) && has_steps(set, add.process, add.before);
}
bool names_exist(ProcessSet const& set, Move const& move) {
  return has_steps(set, move.steps) && process_named(set, move.to_process) != nullptr &&
         has_steps(set, move.to_process, move.after) && has_steps(set, move.to_process, move.before);
}
bool names_exist(ProcessSet const& set, Parallel const& parallel) {
  return has_step(set, parallel.step) && has_steps(set, parallel.step.process, parallel.until);
}
bool names_exist(ProcessSet const& set, Merge const& merge) { return has_steps(set, merge.steps); }
bool names_exist(ProcessSet const&, SetResource const&) { return true; }
bool names_exist(ProcessSet const& set, auto const& verb) { return has_step(set, verb.step); }

std::string indexed(char const* key, std::size_t i) { return std::string{key} + "/" + std::to_string(i); }

/// The nearest step: in the same process first, then anywhere.
std::string nearest_step(ProcessSet const& set, StepName const& wanted) {
  std::vector<std::string> here;
  std::vector<std::string> all;
  for (auto const& process : set) {
    for (auto const& step : process.steps) {
      all.push_back(process.id + "/" + step.id);
      if (process.id == wanted.process) here.push_back(step.id);
    }
  }
  auto const local = likely_name(wanted.step, here);
  return local.empty() ? likely_name(text_of(wanted), all) : wanted.process + "/" + local;
}

/// The step, or nothing after saying that it does not exist.
Step const* found(ProcessSet const& set, StepName const& name, std::string const& where, Faults& faults) {
  auto const* process = process_named(set, name.process);
  auto const* step = process == nullptr ? nullptr : step_named(*process, name.step);
  if (step == nullptr) {
    faults.push_back({where, text_of(name), "a step that exists when the rule is applied", nearest_step(set, name)});
  }
  return step;
}

/// `names` must be steps of the process, other than those that are `leaving` it.
void need_steps(Process const& process, std::vector<std::string> const& names, char const* key,
                std::set<std::string> const& leaving, Faults& faults) {
  std::vector<std::string> known;
  for (auto const& step : process.steps) {
    if (!leaving.contains(step.id)) known.push_back(step.id);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::find(known.begin(), known.end(), names[i]) != known.end()) continue;
    faults.push_back({indexed(key, i), names[i], "a step of " + process.id, likely_name(names[i], known)});
  }
}

void need_new(Process const& process, std::string const& id, std::string const& where, Faults& faults) {
  if (step_named(process, id) == nullptr) return;
  faults.push_back({where, id + ", which is there already", "a new step of " + process.id, ""});
}

void judge(ProcessSet const& set, Add const& add, Faults& faults) {
  auto const* process = process_named(set, add.process);
  if (process == nullptr) {
    std::vector<std::string> ids;
    for (auto const& p : set) ids.push_back(p.id);
    faults.push_back({"add", add.process, "a process that exists", likely_name(add.process, ids)});
    return;
  }
  need_new(*process, add.step.id, "add", faults);
  need_steps(*process, add.step.after, "step/after", {}, faults);
  need_steps(*process, add.before, "before", {}, faults);
}

void judge(ProcessSet const& set, Remove const& r, Faults& faults) { found(set, r.step, "remove", faults); }
void judge(ProcessSet const& set, Scale const& s, Faults& faults) { found(set, s.step, "scale", faults); }
void judge(ProcessSet const& set, SkipIf const& s, Faults& faults) { found(set, s.step, "skip_if", faults); }
void judge(ProcessSet const&, SetResource const&, Faults&) {}

void judge(ProcessSet const& set, Parallel const& p, Faults& faults) {
  if (found(set, p.step, "parallel", faults) == nullptr) return;
  need_steps(*process_named(set, p.step.process), p.until, "until", {p.step.step}, faults);
}

void judge(ProcessSet const& set, SetStep const& s, Faults& faults) {
  auto const* step = found(set, s.step, "set", faults);
  if (step == nullptr || !s.calendar) return;
  bool const is_served = !s.resource.value_or(step->resource).is_none();
  if (is_served)
    faults.push_back({"calendar", "a calendar", "none: the step's resource has its own (set_resource)", ""});
}

void judge_resource_there(Move const& move, Step const& step, std::string const& where, Faults& faults) {
  if (step.resource.is_none() || move.resource) return;
  auto const is_same = [&](auto const& pair) { return pair.first == step.resource; };
  if (std::any_of(move.same_name_there.begin(), move.same_name_there.end(), is_same)) return;
  faults.push_back({where, step.id + ", whose resource " + place_of(move.to_process) + " has no namesake of",
                    "a \"resource\" of " + place_of(move.to_process), ""});
}

void judge(ProcessSet const& set, Move const& move, Faults& faults) {
  auto const* target = process_named(set, move.to_process);
  if (target == nullptr) return;  // the reader has said so
  std::set<std::string> leaving;
  std::map<std::string, int> arriving;
  for (std::size_t i = 0; i < move.steps.size(); ++i) {
    auto const& name = move.steps[i];
    if (name.process == move.to_process) leaving.insert(name.step);
    if (++arriving[name.step] > 1)
      faults.push_back({indexed("move", i), name.step + " twice", "steps with ids of their own", ""});
    if (auto const* step = found(set, name, indexed("move", i), faults)) {
      judge_resource_there(move, *step, indexed("move", i), faults);
    }
    if (name.process != move.to_process) need_new(*target, name.step, indexed("move", i), faults);
  }
  if (!move.grants.is_empty()) need_new(*target, move.milestone, "grants", faults);
  need_steps(*target, move.after, "after", leaving, faults);
  need_steps(*target, move.before, "before", leaving, faults);
}

void judge(ProcessSet const& set, Merge const& merge, Faults& faults) {
  std::set<std::string> parts;
  std::set<ResourceId> resources;
  for (std::size_t i = 0; i < merge.steps.size(); ++i) {
    auto const& name = merge.steps[i];
    parts.insert(name.step);
    if (name.process != merge.steps.front().process) {
      faults.push_back({indexed("merge", i), text_of(name), "a step of " + merge.steps.front().process, ""});
    }
    if (auto const* step = found(set, name, indexed("merge", i), faults)) resources.insert(step->resource);
  }
  if (!faults.empty() || merge.steps.empty()) return;
  if (!parts.contains(merge.into))
    need_new(*process_named(set, merge.steps.front().process), merge.into, "into", faults);
  if (!merge.resource && resources.size() > 1) {
    faults.push_back(
        {"resource", "nothing", "the resource that serves the joint step: its parts have different ones", ""});
  }
}

using Ids = std::set<std::string>;

Ids processes_of(std::vector<StepName> const& steps) {
  Ids ids;
  for (auto const& s : steps) ids.insert(s.process);
  return ids;
}

Ids touched(Add const& add) { return {add.process}; }
Ids touched(SetResource const&) { return {}; }
Ids touched(Merge const& merge) { return processes_of(merge.steps); }
Ids touched(Move const& move) {
  auto ids = processes_of(move.steps);
  ids.insert(move.to_process);
  return ids;
}
Ids touched(auto const& verb) { return {verb.step.process}; }

void judge_circles(ProcessSet const& set, Rewrite const& rewrite, Faults& faults) {
  ProcessSet after = only(set, processes_touched(rewrite));
  apply(after, rewrite);
  for (auto const& process : after) {
    auto const circle = circle_of(process);
    if (circle.empty()) continue;
    std::string path;
    for (auto const& id : circle) path += (path.empty() ? "" : " → ") + id;
    faults.push_back({"", "a circle of steps in " + process.id + ": " + path, "steps that can follow one another", ""});
  }
}

/// The steps that are in a circle or behind one: what is left when those that wait for nothing are taken away, again
/// and again (Kahn, "Topological sorting of large networks", 1962).
std::map<std::string, Step const*> left_over(Process const& process) {
  std::map<std::string, std::vector<std::string>> followers;
  std::map<std::string, std::size_t> waits;
  std::map<std::string, Step const*> left;
  std::vector<std::string> free;
  for (auto const& step : process.steps) left.emplace(step.id, &step);
  for (auto const& step : process.steps) {
    for (auto const& before : step.after) {
      if (left.contains(before)) ++waits[step.id], followers[before].push_back(step.id);
    }
    if (waits[step.id] == 0) free.push_back(step.id);
  }
  while (!free.empty()) {
    std::string const id = free.back();
    free.pop_back();
    left.erase(id);
    for (auto const& next : followers[id]) {
      if (--waits[next] == 0) free.push_back(next);
    }
  }
  return left;
}

}  // namespace

bool names_exist(ProcessSet const& set, Rewrite const& rewrite) {
  return std::visit([&](auto const& verb) { return names_exist(set, verb); }, rewrite);
}

std::set<std::string> processes_touched(Rewrite const& rewrite) {
  return std::visit([](auto const& verb) { return touched(verb); }, rewrite);
}

ProcessSet only(ProcessSet const& set, std::set<std::string> const& ids) {
  ProcessSet some;
  for (auto const& process : set) {
    if (ids.contains(process.id)) some.push_back(process);
  }
  return some;
}

std::vector<std::string> circle_of(Process const& process) {
  auto const left = left_over(process);
  if (left.empty()) return {};
  std::vector<std::string> path;
  std::map<std::string, std::size_t> position;
  std::string at = left.begin()->first;
  while (position.emplace(at, path.size()).second) {
    path.push_back(at);
    auto const& after = left.at(at)->after;
    at = *std::find_if(after.begin(), after.end(), [&](auto const& id) { return left.contains(id); });
  }
  path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(position.at(at)));
  path.push_back(at);
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<RewriteFault> faults_of(ProcessSet const& set, Rewrite const& rewrite) {
  Faults faults;
  std::visit([&](auto const& verb) { judge(set, verb, faults); }, rewrite);
  if (faults.empty()) judge_circles(set, rewrite, faults);
  return faults;
}

}  // namespace shudao::scenarios

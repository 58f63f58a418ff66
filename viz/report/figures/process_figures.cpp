#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <set>

#include "scenarios/rule_list.h"
#include "scenarios/step_order.h"
#include "viz/report/figures/figures.h"
#include "viz/report/figures/step_words.h"
#include "viz/report/fill.h"

namespace shudao::viz::report {
namespace {

using scenarios::Process;
using scenarios::RewrittenProcess;
using scenarios::Scenario;
using scenarios::Step;

/// What becomes of a step; the number tells the drawing.
enum class StepState : std::uint8_t { kept, changed, removed, added };

Key state_key(StepState state) {
  constexpr Key kKeys[] = {Key::step_kept, Key::step_changed, Key::step_removed, Key::step_added};
  return kKeys[static_cast<std::size_t>(state)];
}

Step const* find_step(Process const& process, std::string const& id) {
  auto const at = std::find_if(process.steps.begin(), process.steps.end(), [&](Step const& s) { return s.id == id; });
  return at == process.steps.end() ? nullptr : &*at;
}

void add(Text& all, Text const& part) {
  if (part.zh.empty()) return;
  all.zh += (all.zh.empty() ? "" : "；") + part.zh;
  all.en += (all.en.empty() ? "" : "; ") + part.en;
}

/// Who serves the step, how long each of its works takes, and how often it is needed.
Text detail_of(Scenario const& scenario, Names const& names, Step const& step) {
  Text all;
  if (!step.resource.is_none()) add(all, names.of(scenario.resources[step.resource].id));
  for (scenarios::Work const& work : step.works) {
    std::string const hours = fmt::format("{:.3g}", work.duration_h.mean() * work.scale);
    std::string const per_teu = work.is_per_teu ? "/TEU" : "";
    std::string const often = work.probability < 1 ? fmt::format(" × {:.3g} %", 100 * work.probability) : "";
    add(all, {hours + " 小时" + per_teu + often, hours + " h" + per_teu + often});
  }
  return all;
}

std::string waits_of(Step const& step) {
  std::string all;
  for (std::string const& id : step.after) all += (all.empty() ? "" : ", ") + id;
  return all;
}

/// Steps of both sides in one order: that of the process after, a removed step before what followed it.
std::vector<std::string> merged_order(RewrittenProcess const& process) {
  std::vector<std::string> removed_first, order;
  auto const before = scenarios::in_order(process.before), after = scenarios::in_order(process.after);
  std::size_t next = 0;
  auto const take_removed = [&](std::string const& until) {
    for (; next < before.size() && before[next]->id != until; ++next)
      if (find_step(process.after, before[next]->id) == nullptr) order.push_back(before[next]->id);
  };
  for (Step const* step : after) {
    bool const is_ahead = std::any_of(before.begin() + static_cast<std::ptrdiff_t>(next), before.end(),
                                      [&](Step const* one) { return one->id == step->id; });
    if (is_ahead) take_removed(step->id);
    order.push_back(step->id);
  }
  take_removed("");
  return order;
}

StepState state_of(Step const* before, Step const* after, Text const& was, Text const& is) {
  if (after == nullptr) return StepState::removed;
  if (before == nullptr) return StepState::added;
  return was.en == is.en && before->after == after->after ? StepState::kept : StepState::changed;
}

void add_rows(FigureData& data, Scenario const& scenario, Names const& names, RewrittenProcess const& process) {
  for (std::string const& id : merged_order(process)) {
    Step const *before = find_step(process.before, id), *after = find_step(process.after, id);
    Text const was = before == nullptr ? Text{} : detail_of(scenario, names, *before);
    Text const is = after == nullptr ? Text{} : detail_of(scenario, names, *after);
    StepState const state = state_of(before, after, was, is);
    std::string const waited = before == nullptr ? "" : waits_of(*before),
                      waits = after == nullptr ? "" : waits_of(*after);
    data.rows.push_back({Text{id, id}, step_words(id), words(state_key(state)), static_cast<double>(state),
                         before == nullptr ? Cell{} : Cell{was}, Text{waited, waited},
                         after == nullptr ? Cell{} : Cell{is}, Text{waits, waits}});
  }
}

std::size_t changes_in(FigureData const& data) {
  return static_cast<std::size_t>(std::count_if(data.rows.begin(), data.rows.end(), [](auto const& row) {
    constexpr std::size_t kState = 3;
    return std::get<double>(row[kState]) != static_cast<double>(StepState::kept);
  }));
}

FigureData diagram(StudyData const& study, World const& world, scenarios::Rule const& rule,
                   RewrittenProcess const& process, std::size_t processes) {
  std::size_t const slash = process.id.find('/');
  Text const place = study.names().short_of(process.id.substr(0, slash)),
             kind = step_words(process.id.substr(slash + 1));
  FigureData data =
      figure_of(study, "process." + world.scenario.id + "." + rule.id, "process",
                {rule.title_zh + "：" + place.zh + "，" + kind.zh, rule.title_en + ": " + place.en + ", " + kind.en},
                filled(Key::caption_process, processes));
  data.scenarios = {world.scenario.id};
  data.fingerprints = {text(world.result->fingerprint)};
  data.columns = {
      word_column("step", Key::step_id),       word_column("name", Key::step_word),
      word_column("state", Key::step_state),   number_column("state_number", words(Key::step_state), "1", {}),
      word_column("before", Key::before_rule), word_column("waits_before", Key::step_waits_before),
      word_column("after", Key::after_rule),   word_column("waits_after", Key::step_waits_after)};
  add_rows(data, world.scenario, study.names(), process);
  return data;
}

/// The diagram of the process that the rule changes most.
std::optional<FigureData> diagram_of(StudyData const& study, World const& world, scenarios::Rule const& rule) {
  auto const effect = scenarios::effect_of(world.scenario, rule);
  std::optional<FigureData> most;
  for (RewrittenProcess const& process : effect.processes) {
    FigureData data = diagram(study, world, rule, process, effect.processes.size());
    if (changes_in(data) > (most ? changes_in(*most) : 0)) most = std::move(data);
  }
  return most;
}

}  // namespace

std::vector<FigureData> process_figures(StudyData const& study) {
  constexpr std::size_t kMost = 8;
  std::set<std::string> seen;
  std::vector<FigureData> figures;
  for (World const& world : study.worlds())
    for (scenarios::Rule const& rule : world.scenario.rules) {
      if (figures.size() == kMost) return figures;
      if (!seen.insert(rule.id).second) continue;
      if (auto data = diagram_of(study, world, rule)) figures.push_back(std::move(*data));
    }
  return figures;
}

}  // namespace shudao::viz::report

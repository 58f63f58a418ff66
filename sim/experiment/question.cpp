#include "sim/experiment/question.h"

#include <algorithm>
#include <array>

#include "sim/base/errors.h"
#include "sim/experiment/pairing.h"

namespace shudao::experiment {
namespace {

using scenarios::MeasureKind;
using scenarios::Scenario;
using scenarios::Selector;
using scenarios::Statistic;
using scenarios::Text;

struct Figure {
  char const* name;
  MeasureKind kind;
  Statistic statistic;
  char const *zh, *en;
};
constexpr std::array kFigures = {
    Figure{"transit_time_h.mean", MeasureKind::transit_time, Statistic::mean, "门到门平均时间",
           "mean door-to-door time"},
    Figure{"transit_time_h.sd", MeasureKind::transit_time, Statistic::sd, "门到门时间标准差",
           "spread (SD) of door-to-door time"},
    Figure{"transit_time_h.p10", MeasureKind::transit_time, Statistic::p10, "门到门时间 P10", "P10 door-to-door time"},
    Figure{"transit_time_h.p50", MeasureKind::transit_time, Statistic::p50, "门到门时间 P50", "P50 door-to-door time"},
    Figure{"transit_time_h.p90", MeasureKind::transit_time, Statistic::p90, "门到门时间 P90", "P90 door-to-door time"},
    Figure{"transit_time_h.p95", MeasureKind::transit_time, Statistic::p95, "门到门时间 P95", "P95 door-to-door time"},
    Figure{"cost_cny_per_teu", MeasureKind::cost, Statistic::mean, "每 TEU 成本", "cost per TEU"},
    Figure{"co2e_kg_per_teu", MeasureKind::co2e, Statistic::mean, "每 TEU 排放", "CO2e per TEU"},
    Figure{"throughput_teu_per_year", MeasureKind::throughput, Statistic::mean, "年通过量", "yearly throughput"},
};

[[noreturn]] void refuse(std::string const& where, std::string const& found, std::string const& expected,
                         std::vector<std::string> const& names) {
  throw InputErrors{{InputError{where, "", 0, "\"" + found + "\"", expected, nearest_name(found, names)}}};
}

Figure const& figure_called(std::string const& name) {
  for (Figure const& figure : kFigures)
    if (figure.name == name) return figure;
  std::string all;
  for (std::string const& one : corridor_figures()) all += (all.empty() ? "" : ", ") + one;
  refuse("--measure", name, "one of " + all, corridor_figures());
}

scenarios::Corridor const& corridor_called(Scenario const& scenario, std::string const& id) {
  std::vector<std::string> ids;
  for (scenarios::Corridor const& corridor : scenario.corridors) {
    if (corridor.id == id) return corridor;
    ids.push_back(corridor.id);
  }
  refuse(scenario.id + "#/corridors", id, "the id of a corridor", ids);
}

/// Figures of other weeks are other figures.
void refuse_other_weeks(std::vector<Scenario> const& worlds) {
  Scenario const& base = worlds.front();
  for (Scenario const& world : worlds) {
    if (world.start == base.start && world.warm_up == base.warm_up && world.window == base.window) continue;
    throw InputErrors{{InputError{world.id, "/run", 0, "other weeks than those of " + base.id,
                                  "the same start, warm_up_weeks and window_weeks in all worlds", ""}}};
  }
}

/// Nor are figures of other cargo the same figures.
void refuse_other_demand(std::vector<Scenario> const& worlds, std::string const& corridor) {
  for (Scenario const& world : worlds) {
    std::string const why = refusal_on(corridor, refusals(worlds.front(), world), worlds.front(), world);
    if (!why.empty())
      throw InputErrors{{InputError{world.id, "/flows", 0, why, "the same demand on the corridor in all worlds", ""}}};
  }
}

/// What differs in demand between the worlds of a study, which may well ask about that.
std::string note_on_demand(Scenario const& base, scenarios::StudyWorld const& world) {
  auto const reasons = refusals(base, world.scenario);
  if (reasons.empty()) return {};
  std::string const more = reasons.size() > 1 ? ", and " + std::to_string(reasons.size() - 1) + " more" : "";
  return world.id + ": other demand than the base: " + reasons.front() + more;
}

}  // namespace

std::vector<std::string> corridor_figures() {
  std::vector<std::string> names;
  for (Figure const& figure : kFigures) names.emplace_back(figure.name);
  return names;
}

Better usually_better(Selector const& selector) {
  switch (selector.kind) {
    case MeasureKind::throughput:
    case MeasureKind::speed:
    case MeasureKind::vehicle_speed:
    case MeasureKind::load_factor:
      return Better::larger;
    default:
      return Better::smaller;
  }
}

std::string unit_of(Question const& question) {
  return scenarios::units_of(scenarios::dimension_of(question.selectors.front())).front();
}

Question question_of(scenarios::Study const& study, std::string const& measure) {
  std::vector<std::string> names;
  for (scenarios::StudyMeasure const& one : study.measures) names.push_back(one.id);
  auto const found = std::find(names.begin(), names.end(), measure);
  if (found == names.end()) {
    std::string all;
    for (std::string const& name : names) all += (all.empty() ? "" : ", ") + name;
    refuse(study.file, measure, "--measure with one of the study's: " + all, names);
  }
  scenarios::StudyMeasure const& asked = study.measures[static_cast<std::size_t>(found - names.begin())];
  Question question{measure, asked.title, {}, {}, Better::smaller, study.replications, {}};
  for (std::size_t i = 0; i < study.worlds.size(); ++i) {
    if (!asked.selectors[i]) {
      question.notes.push_back(study.worlds[i].id + ": it has nothing that " + measure + " measures");
      continue;
    }
    question.worlds.push_back(study.worlds[i]);
    std::string const note = note_on_demand(question.worlds.front().scenario, study.worlds[i]);
    if (!note.empty()) question.notes.push_back(note);
    question.selectors.push_back(*asked.selectors[i]);
  }
  question.better = usually_better(question.selectors.front());
  return question;
}

Question question_on(std::vector<Scenario> worlds, std::string const& corridor, std::string const& figure) {
  refuse_other_weeks(worlds);
  Figure const& asked = figure_called(figure);
  Text const name = corridor_called(worlds.front(), corridor).name;
  refuse_other_demand(worlds, corridor);
  Question question{figure,
                    {name.zh + asked.zh, std::string{asked.en} + " of " + name.en},
                    {},
                    {},
                    Better::smaller,
                    worlds.front().replications,
                    {}};
  for (Scenario& world : worlds) {
    Selector selector;
    selector.kind = asked.kind;
    selector.statistic = asked.statistic;
    selector.corridor = corridor_called(world, corridor).id;
    question.selectors.push_back(selector);
    std::string const id = world.id;
    Text const title = world.title;
    question.worlds.push_back({id, title, {}, std::move(world)});
  }
  question.better = usually_better(question.selectors.front());
  return question;
}

}  // namespace shudao::experiment

#include "sim/experiment/varying.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "scenarios/pedigrees.h"

namespace shudao::experiment {
namespace {

using scenarios::Pedigree;

/// Worlds of so many points are held in memory at once.
constexpr std::size_t kPointsTogether = 8;

bool is_same(Pedigree const& a, Pedigree const& b) {
  return a.pointer == b.pointer && a.value == b.value && a.low == b.low && a.high == b.high && a.source == b.source &&
         a.grade == b.grade;
}

bool has_range(Pedigree const& p) { return p.low && p.high && *p.low < *p.high; }

/// Whether it is a number of a flow that brings nothing.
bool is_of_idle_flow(scenarios::Scenario const& scenario, Pedigree const& p) {
  constexpr char kFlows[] = "/flows/";
  if (p.pointer.rfind(kFlows, 0) != 0) return false;
  std::size_t const begin = sizeof kFlows - 1, end = std::min(p.pointer.find('/', begin), p.pointer.size());
  std::string const id = p.pointer.substr(begin, end - begin);
  return std::any_of(scenario.flows.begin(), scenario.flows.end(), [&](scenarios::Flow const& flow) {
    return flow.id == id && flow.teu_per_year == 0 && !flow.is_empties;
  });
}

std::string key_of(Input const& input) { return input.number.pointer.substr(input.number.pointer.rfind('/') + 1); }

bool is_integer(double x) { return x == std::floor(x); }

}  // namespace

double Input::value_at(double share) const {
  double const value = *number.low + share * (*number.high - *number.low);
  return is_whole ? std::floor(value + 0.5) : value;
}

bool looks_whole(Input const& input) {
  return is_integer(input.number.value) && is_integer(*input.number.low) && is_integer(*input.number.high);
}

bool is_about(InputError const& error, Input const& input) {
  std::string const &named = error.pointer, &pointer = input.number.pointer;
  auto const is_part = [](std::string const& whole, std::string const& part) {
    return whole.rfind(part, 0) == 0 && (whole.size() == part.size() || whole[part.size()] == '/');
  };
  return !named.empty() && (is_part(pointer, named) || is_part(named, pointer));
}

std::vector<Input> inputs_of(Question const& question) {
  std::vector<Input> inputs;
  std::size_t const count = question.worlds.size();
  for (std::size_t w = 0; w < count; ++w) {
    scenarios::Scenario const& world = question.worlds[w].scenario;
    std::size_t const known = inputs.size();
    std::multimap<std::string, std::size_t> by_pointer;
    for (std::size_t i = 0; i < known; ++i) by_pointer.emplace(inputs[i].number.pointer, i);
    for (Pedigree const& p : world.numbers) {
      if (!has_range(p) || is_of_idle_flow(world, p)) continue;
      auto [at, end] = by_pointer.equal_range(p.pointer);
      while (at != end && !is_same(inputs[at->second].number, p)) ++at;
      if (at == end) inputs.push_back({p, scenarios::grade_of(world, p), std::vector<bool>(count), false});
      (at == end ? inputs.back() : inputs[at->second]).worlds[w] = true;
    }
  }
  std::stable_sort(inputs.begin(), inputs.end(), [](Input const& a, Input const& b) {
    return std::pair{key_of(a), a.number.pointer} < std::pair{key_of(b), b.number.pointer};
  });
  return inputs;
}

/// A point with its worlds as they are run.
struct Varying::Built {
  std::vector<InputError> refusal;
  std::vector<scenarios::Scenario> scenarios;
  std::vector<std::shared_ptr<freight::World const>> worlds;
};

Varying::Varying(Asking& asking, std::vector<Input>& inputs) : asking_{asking}, inputs_{inputs} {
  for (scenarios::StudyWorld const& world : asking.question().worlds) worlds_.emplace_back(world.scenario);
}

scenarios::Scenario Varying::built(Levels const& levels, std::size_t world) const {
  std::vector<scenarios::Setting> settings;
  for (Level const& level : levels)
    if (inputs_[level.input].worlds[world]) settings.push_back({&inputs_[level.input].number, level.value});
  return settings.empty() ? asking_.question().worlds[world].scenario : worlds_[world].with(settings);
}

std::vector<InputError> Varying::refusal_of(Levels const& levels) const {
  try {
    for (std::size_t world = 0; world < worlds_.size(); ++world)
      (void)freight::build_world(built(levels, world), freight::Detail::all);
  } catch (InputErrors const& wrong) {
    return wrong.errors();
  }
  return {};
}

void Varying::find_whole(std::vector<std::size_t> const& inputs) {
  run_side_by_side(team_for(asking_.options(), static_cast<int>(inputs.size())), inputs.size(), nullptr,
                   [&](std::size_t i) {
                     Input& input = inputs_[inputs[i]];
                     Pedigree const& p = input.number;
                     if (!looks_whole(input)) return;
                     auto const has = std::find(input.worlds.begin(), input.worlds.end(), true);
                     try {
                       (void)built({{inputs[i], *p.low + 0.5}}, static_cast<std::size_t>(has - input.worlds.begin()));
                     } catch (InputErrors const&) {
                       input.is_whole = true;
                     }
                   });
}

std::optional<std::vector<VariedFigures>> Varying::answers(std::vector<Levels> const& points, Extent const& extent) {
  return answers(points, std::vector<Extent>(points.size(), extent));
}

std::optional<std::vector<VariedFigures>> Varying::answers(std::vector<Levels> const& points,
                                                           std::vector<Extent> const& extents) {
  std::size_t const worlds = asking_.question().worlds.size();
  std::vector<VariedFigures> all(points.size());
  for (std::size_t from = 0; from < points.size(); from += kPointsTogether) {
    std::size_t const count = std::min(kPointsTogether, points.size() - from);
    std::vector<Built> built_points(count);
    std::vector<std::vector<std::size_t>> asked(count);
    for (std::size_t i = 0; i < count; ++i) {
      asked[i] = extents[from + i].worlds;
      if (!asked[i].empty()) continue;
      asked[i].resize(worlds);
      std::iota(asked[i].begin(), asked[i].end(), std::size_t{0});
    }
    auto const team = [&](std::size_t units) { return team_for(asking_.options(), static_cast<int>(units)); };
    run_side_by_side(team(count), count, asking_.options().cancel, [&](std::size_t i) {
      Built& one = built_points[i];
      try {
        for (std::size_t const world : asked[i]) one.scenarios.push_back(built(points[from + i], world));
        for (scenarios::Scenario const& scenario : one.scenarios)
          one.worlds.push_back(freight::build_world(scenario, freight::Detail::all));
      } catch (InputErrors const& wrong) {
        one.refusal = wrong.errors();
      }
    });
    struct Run {
      std::size_t point, at;
      std::int64_t replication;
    };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < count; ++i) {
      VariedFigures& answer = all[from + i];
      answer.refusal = built_points[i].refusal;
      answer.figures.resize(worlds);
      if (!answer.refusal.empty()) continue;
      for (std::size_t at = 0; at < asked[i].size(); ++at) {
        answer.figures[asked[i][at]].resize(static_cast<std::size_t>(extents[from + i].count));
        for (std::int64_t r = 0; r < extents[from + i].count; ++r) runs.push_back({i, at, r});
      }
    }
    if (asking_.is_cancelled()) return std::nullopt;
    Team const crew = team(runs.size());
    run_side_by_side(crew, runs.size(), asking_.options().cancel, [&](std::size_t u) {
      Run const& run = runs[u];
      Built const& one = built_points[run.point];
      std::size_t const world = asked[run.point][run.at];
      auto const figure = asking_.figure_of(one.scenarios[run.at], one.worlds[run.at], world,
                                            extents[from + run.point].first + run.replication, crew);
      if (figure) all[from + run.point].figures[world][static_cast<std::size_t>(run.replication)] = *figure;
    });
    if (asking_.is_cancelled()) return std::nullopt;
  }
  return all;
}

}  // namespace shudao::experiment

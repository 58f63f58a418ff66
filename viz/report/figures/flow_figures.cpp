#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "viz/report/figures/figures.h"

namespace shudao::viz::report {
namespace {

using scenarios::Flow;
using scenarios::Mode;
using scenarios::Scenario;

constexpr std::size_t kMostEnds = 14;

/// "rail–sea" of a route: its modes without the lorry that brings and fetches, in the order of travel.
Text modes_of(Scenario const& scenario, scenarios::Route const& route) {
  std::vector<Mode> modes;
  for (auto const& leg : route.legs) {
    Mode const mode = scenario.services[leg.service].mode;
    if (std::find(modes.begin(), modes.end(), mode) == modes.end()) modes.push_back(mode);
  }
  std::sort(modes.begin(), modes.end());
  if (modes.size() > 1) modes.erase(std::remove(modes.begin(), modes.end(), Mode::road), modes.end());
  Text all;
  for (Mode const mode : modes) {
    Text const word = words(key_of(mode));
    all.zh += (all.zh.empty() ? "" : "—") + word.zh;
    all.en += (all.en.empty() ? "" : ", ") + word.en;
  }
  return all;
}

/// Of the TEU of a flow, what took its route of this number: simulated where there is a choice.
double share_of(World const& world, Flow const& flow, std::size_t route) {
  if (!flow.choice) return 1.0;
  for (auto const& result : world.result->flows)
    if (result.id == flow.id)
      for (auto const& one : result.routes)
        if (one.id == flow.routes[route].name) return one.share.value;
  return 0.0;
}

/// TEU a year from each origin by each set of modes, and on to each destination.
struct Streams {
  std::map<std::string, double> from, to;                         ///< By place.
  std::map<std::pair<std::string, std::string>, double> out, in;  ///< (place, modes in Chinese), (modes, place).
  std::map<std::string, Text> modes;
};

Streams streams_of(World const& world) {
  Streams all;
  Scenario const& scenario = world.scenario;
  for (Flow const& flow : scenario.flows) {
    if (flow.is_empties) continue;
    std::string const from = scenario.places[flow.from].id, to = scenario.places[flow.to].id;
    for (std::size_t i = 0; i < flow.routes.size(); ++i) {
      double const teu = flow.teu_per_year * share_of(world, flow, i);
      if (!(teu > 0)) continue;
      Text const modes = modes_of(scenario, flow.routes[i]);
      all.modes[modes.zh] = modes;
      all.from[from] += teu;
      all.to[to] += teu;
      all.out[{from, modes.zh}] += teu;
      all.in[{modes.zh, to}] += teu;
    }
  }
  return all;
}

std::set<std::string> largest(std::map<std::string, double> const& ends) {
  std::vector<std::pair<double, std::string>> sorted;
  for (auto const& [place, teu] : ends) sorted.emplace_back(-teu, place);
  std::sort(sorted.begin(), sorted.end());
  std::set<std::string> kept;
  for (std::size_t i = 0; i < std::min(kMostEnds, sorted.size()); ++i) kept.insert(sorted[i].second);
  return kept;
}

/// The share of each route of a flow with a choice; none where the world has no such flow.
experiment::FlowResult const* shares_of(World const& world, std::string const& flow) {
  auto const& flows = world.result->flows;
  auto const at = std::find_if(flows.begin(), flows.end(), [&](auto const& one) { return one.id == flow; });
  return at == flows.end() ? nullptr : &*at;
}

/// Route by route what is called what: the modes, with the name of the route where two have the same.
std::vector<Text> route_names(Scenario const& scenario, Flow const& flow) {
  std::vector<Text> names;
  for (auto const& route : flow.routes) names.push_back(modes_of(scenario, route));
  std::vector<Text> const modes = names;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (std::count_if(modes.begin(), modes.end(), [&](Text const& one) { return one.zh == modes[i].zh; }) > 1)
      names[i] = {names[i].zh + "（" + flow.routes[i].name + "）", names[i].en + " (" + flow.routes[i].name + ")"};
  return names;
}

double half_of(experiment::Measure const& measure) {
  return measure.ci95 ? ((*measure.ci95)[1] - (*measure.ci95)[0]) / 2 : 0;
}

/// TEU a year by route in the base and route in the alternative.
using Shifts = std::map<std::pair<std::string, std::string>, std::pair<std::array<Text, 2>, double>>;

void add_shift(Shifts& shifts, Text const& from, Text const& to, double teu) {
  if (!(teu > 0)) return;
  auto& shift = shifts[{from.zh, to.zh}];
  shift.first = {from, to};
  shift.second += teu;
}

/// What each route of a flow loses goes to those that win, in proportion; who went where is not asked. Returns the TEU
/// that go another way; a change within the interval of a share is none.
double add_shifts(Shifts& shifts, World const& base, World const& other, Flow const& flow) {
  auto const *before = shares_of(base, flow.id), *after = shares_of(other, flow.id);
  if (before == nullptr || after == nullptr || before->routes.size() != after->routes.size()) return 0;
  std::vector<Text> const names = route_names(base.scenario, flow);
  std::vector<double> gains(names.size());
  double gained = 0, lost = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto const &was = before->routes[i].share, &is = after->routes[i].share;
    double const gain = is.value - was.value;
    gains[i] = std::abs(gain) > std::max(half_of(was), half_of(is)) ? gain : 0;
    gained += std::max(0.0, gains[i]);
    lost += std::max(0.0, -gains[i]);
  }
  double const moved = gained > 0 && lost > 0 ? std::min(gained, lost) : 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    double const out = lost > 0 ? moved * std::max(0.0, -gains[i]) / lost : 0;
    add_shift(shifts, names[i], names[i], (before->routes[i].share.value - out) * flow.teu_per_year);
    for (std::size_t k = 0; k < names.size(); ++k)
      if (gained > 0) add_shift(shifts, names[i], names[k], out * std::max(0.0, gains[k]) / gained * flow.teu_per_year);
  }
  return moved * flow.teu_per_year;
}

}  // namespace

std::vector<FigureData> shift_figures(StudyData const& study) {
  std::vector<FigureData> figures;
  for (World const& world : study.worlds()) {
    if (world.role == "base") continue;
    Shifts shifts;
    double moved = 0;
    for (Flow const& flow : study.base().scenario.flows)
      if (flow.choice) moved += add_shifts(shifts, study.base(), world, flow);
    if (!(moved > 0)) continue;
    Text const title = words(Key::title_shifts), side = study.short_title(world);
    FigureData data = figure_of(study, "shifts." + world.scenario.id, "sankey",
                                {title.zh + "：" + side.zh, title.en + ": " + side.en}, words(Key::caption_shifts));
    data.columns = {word_column("from", Key::route_in_base), word_column("to", Key::route_in_alternative),
                    number_column("level", words(Key::sankey_level), "1", {}),
                    teu_column("teu_per_year", words(Key::throughput_plain))};
    for (auto const& [key, shift] : shifts) data.rows.push_back({shift.first[0], shift.first[1], 0.0, shift.second});
    figures.push_back(std::move(data));
  }
  return figures;
}

FigureData flow_sankey(StudyData const& study) {
  FigureData data = figure_of(study, "flows", "sankey", words(Key::title_sankey), words(Key::caption_sankey));
  data.columns = {word_column("from", Key::sankey_from), word_column("to", Key::sankey_to),
                  number_column("level", words(Key::sankey_level), "1", {}),
                  teu_column("teu_per_year", words(Key::throughput_plain))};
  Streams const streams = streams_of(study.base());
  std::set<std::string> const from = largest(streams.from), to = largest(streams.to);
  // Keyed by name so that what is not shown by itself adds up.
  std::map<std::pair<std::string, std::string>, std::pair<std::vector<Cell>, double>> rows;
  auto const add = [&](int level, Text const& a, Text const& b, double teu) {
    auto& row = rows[{std::to_string(level) + a.zh, b.zh}];
    row.first = {a, b, static_cast<double>(level)};
    row.second += teu;
  };
  for (auto const& [key, teu] : streams.out)
    add(0, from.count(key.first) > 0 ? study.names().short_of(key.first) : words(Key::other_origins),
        streams.modes.at(key.second), teu);
  for (auto const& [key, teu] : streams.in)
    add(1, streams.modes.at(key.first),
        to.count(key.second) > 0 ? study.names().short_of(key.second) : words(Key::other_destinations), teu);
  for (auto& [key, row] : rows) {
    row.first.emplace_back(row.second);
    data.rows.push_back(row.first);
  }
  return data;
}

}  // namespace shudao::viz::report

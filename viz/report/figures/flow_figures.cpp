#include <algorithm>
#include <map>
#include <set>

#include "viz/report/figures/figures.h"
#include "viz/report/figures/route_modes.h"

namespace shudao::viz::report {
namespace {

using scenarios::Flow;
using scenarios::Scenario;

constexpr std::size_t kMostEnds = 14;

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

}  // namespace

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

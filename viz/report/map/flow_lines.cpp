#include "viz/report/map/flow_lines.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace shudao::viz::report {

using scenarios::Link;
using scenarios::Mode;
using scenarios::Scenario;

std::vector<FlowLine> lines_of(World const& world) {
  Scenario const& scenario = world.scenario;
  std::map<std::string, Link const*> links;
  for (Link const& link : scenario.links) links[link.id] = &link;
  std::map<std::tuple<std::string, std::string, Mode>, FlowLine> lines;
  for (experiment::LinkFlow const& flow : world.result->figures.link_flows) {
    auto const link = links.find(flow.link);
    if (link == links.end() || !(flow.teu_per_year.value > 0)) continue;
    FlowLine& line = lines[{std::min(flow.from, flow.to), std::max(flow.from, flow.to), link->second->mode}];
    line.link = link->second;
    line.teu_per_year += flow.teu_per_year.value;
  }
  std::vector<FlowLine> all;
  for (auto const& [key, line] : lines) all.push_back(line);
  std::stable_sort(all.begin(), all.end(),
                   [](auto const& a, auto const& b) { return a.teu_per_year > b.teu_per_year; });
  return all;
}

}  // namespace shudao::viz::report

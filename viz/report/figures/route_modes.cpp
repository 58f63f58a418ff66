#include "viz/report/figures/route_modes.h"

#include <algorithm>
#include <vector>

#include "viz/report/figure_data.h"

namespace shudao::viz::report {

using scenarios::Mode;
using scenarios::Scenario;

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

}  // namespace shudao::viz::report

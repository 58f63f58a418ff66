#include "sim/experiment/planning.h"

#include "network/cut.h"
#include "scenarios/network_of.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {

void add_min_cuts(scenarios::Scenario const& scenario, std::vector<CorridorResult>& corridors) {
  network::Network const network = scenarios::network_of(scenario);
  for (CorridorResult& corridor : corridors) {
    auto const from = network.find(corridor.from);
    auto const to = network.find(corridor.to);
    corridor.min_cut_teu_per_year = planned(0);
    if (!from || !to || *from == *to) continue;  // An end that is only planned carries nothing.
    network::Cut const cut = network::min_cut(network, {*from}, {*to});
    network::Wording const words = network::words(network, cut);
    corridor.min_cut_teu_per_year.reset();
    if (cut.teu_per_year) corridor.min_cut_teu_per_year = planned(static_cast<double>(cut.teu_per_year->count()));
    corridor.cut_zh = words.zh;
    corridor.cut_en = words.en;
  }
}

}  // namespace shudao::experiment

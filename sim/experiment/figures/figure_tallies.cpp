#include "sim/experiment/figures/figure_tallies.h"

#include "sim/experiment/figures/chain_results.h"
#include "sim/experiment/figures/indicators.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

std::vector<Measure> transit_quantiles(TransitTally const& transit) {
  std::vector<Measure> quantiles;
  for (double const hours : transit.minutes.quantiles_h()) {
    quantiles.push_back(transit.minutes.count() == 0 ? unobserved() : single(hours));
  }
  return quantiles;
}

}  // namespace

Figures FigureTallies::figures(Cohort const& cohort, ResourceTally const& work) const {
  Figures figures;
  for (std::size_t i = 0; i < scenario_.corridors.size(); ++i) {
    scenarios::CorridorId const id{i};
    TransitTally const& transit = cohort.transit(id);
    figures.corridors.push_back({scenario_.corridors[id].id, indicators_of(scenario_, id, chains_, transit),
                                 transit_quantiles(transit), chain_results(scenario_, id, chains_)});
  }
  figures.timelines = timelines_.timelines(work);
  figures.link_flows = link_flows_.flows();
  figures.runs = runs_.runs();
  return figures;
}

}  // namespace shudao::experiment

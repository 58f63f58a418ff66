#include "sim/experiment/figures/merge_figures.h"

#include <algorithm>

#include "sim/experiment/figures/each_figure_measure.h"
#include "sim/experiment/merge_measures.h"

namespace shudao::experiment {
namespace {

/// The same item of all parts.
template<class Result, class Item>
std::vector<Item const*> across(std::vector<Result const*> const& parts, std::vector<Item> Result::*which,
                                std::size_t i) {
  std::vector<Item const*> items;
  for (Result const* part : parts) items.push_back(&(part->*which).at(i));
  return items;
}

ChainResult merged_chain(std::vector<ChainResult const*> const& parts) {
  ChainResult chain = *parts.front();
  merge_measures(chain, parts);
  merge_items(chain, parts, &ChainResult::points);
  merge_items(chain, parts, &ChainResult::elements);
  chain.consignments = 0;
  for (ChainResult const* part : parts) chain.consignments += part->consignments;
  return chain;
}

void merge_chains(CorridorFigures& into, std::vector<CorridorFigures const*> const& parts) {
  for (std::size_t i = 0; i < into.chains.size(); ++i) {
    into.chains[i] = merged_chain(across(parts, &CorridorFigures::chains, i));
  }
  std::erase_if(into.chains, [](ChainResult const& chain) { return chain.consignments == 0; });
  std::stable_sort(into.chains.begin(), into.chains.end(),
                   [](ChainResult const& a, ChainResult const& b) { return a.share.value > b.share.value; });
}

CorridorFigures merged_corridor(std::vector<CorridorFigures const*> const& parts) {
  CorridorFigures corridor = *parts.front();
  merge_measures(corridor, parts);
  merge_items(corridor, parts, &CorridorFigures::indicators);
  for (std::size_t i = 0; i < corridor.indicators.size(); ++i) {
    corridor.indicators[i].observations = 0;
    for (CorridorFigures const* part : parts) {
      corridor.indicators[i].observations += part->indicators.at(i).observations;
    }
  }
  merge_chains(corridor, parts);
  return corridor;
}

}  // namespace

Figures merged(std::vector<Figures const*> const& parts) {
  Figures figures = *parts.front();
  for (std::size_t i = 0; i < figures.corridors.size(); ++i) {
    figures.corridors[i] = merged_corridor(across(parts, &Figures::corridors, i));
  }
  std::vector<Timelines const*> timelines;
  for (Figures const* part : parts) timelines.push_back(&part->timelines);
  figures.timelines = merged(timelines);
  merge_items(figures, parts, &Figures::link_flows);
  std::erase_if(figures.link_flows, [](LinkFlow const& flow) { return flow.vehicles_per_year.value == 0; });
  return figures;
}

}  // namespace shudao::experiment

#include "sim/experiment/figures/link_flow_tally.h"

#include "sim/experiment/measures.h"

namespace shudao::experiment {

LinkFlowTally::LinkFlowTally(scenarios::Scenario const& scenario) : scenario_{scenario} {
  for (scenarios::Service const& service : scenario.services) counts_.emplace_back(service.stops.size());
}

void LinkFlowTally::departed(SimTime at, freight::Departed const& fact) {
  if (at < scenario_.window_start() || at >= scenario_.horizon()) return;
  Count& count = counts_[fact.service].at(fact.stop);
  count.teu += fact.teu;
  ++count.vehicles;
}

std::vector<LinkFlow> LinkFlowTally::flows() const {
  std::vector<LinkFlow> flows;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    scenarios::Service const& service = scenario_.services[scenarios::ServiceId{i}];
    for (std::size_t stop = 0; stop < counts_[i].size(); ++stop) {
      if (service.stops[stop].onward.is_none()) continue;
      scenarios::Link const& link = scenario_.links[service.stops[stop].onward];
      flows.push_back({service.id, link.id, scenario_.places[link.from].id, scenario_.places[link.to].id,
                       scenarios::name_of(link.mode), per_year(counts_[i][stop].teu, scenario_.window),
                       per_year(counts_[i][stop].vehicles, scenario_.window)});
    }
  }
  return flows;
}

}  // namespace shudao::experiment

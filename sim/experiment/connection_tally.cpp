#include "sim/experiment/connection_tally.h"

#include "sim/experiment/measures.h"

namespace shudao::experiment {

ConnectionTally::ConnectionTally(scenarios::Scenario const& scenario) : scenario_{scenario} {
  for (scenarios::Flow const& flow : scenario.flows) {
    if (flow.is_empties) continue;
    for (scenarios::Route const& route : flow.routes) {
      for (std::size_t i = 1; i < route.legs.size(); ++i) {
        scenarios::RouteLeg const& leg = route.legs[i];
        scenarios::Service const& service = scenario.services[leg.service];
        if (service.is_scheduled()) counts_[{leg.service.index(), service.stops.at(leg.board).place.index()}];
      }
    }
  }
}

void ConnectionTally::add(SimTime at, freight::Connection const& fact) {
  if (at < scenario_.window_start() || at >= scenario_.horizon()) return;
  Count& count = counts_[{fact.service, fact.place}];
  ++count.made;
  if (fact.is_missed) ++count.missed;
}

std::vector<ConnectionResult> ConnectionTally::results(scenarios::ServiceId id) const {
  std::vector<ConnectionResult> results;
  for (auto at = counts_.lower_bound({id.index(), 0}); at != counts_.end() && at->first.first == id.index(); ++at) {
    Count const& count = at->second;
    results.push_back({scenario_.places[scenarios::PlaceId{at->first.second}].id,
                       quotient(static_cast<double>(count.missed), static_cast<double>(count.made))});
  }
  return results;
}

}  // namespace shudao::experiment

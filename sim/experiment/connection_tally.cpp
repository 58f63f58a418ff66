#include "sim/experiment/connection_tally.h"

#include "sim/experiment/measures.h"

namespace shudao::experiment {

ConnectionTally::ConnectionTally(scenarios::Scenario const& scenario) : scenario_{scenario} {
  for (scenarios::Flow const& flow : scenario.flows) {
    for (std::size_t i = 1; i < flow.route.size() && !flow.is_empties; ++i) {
      scenarios::Service const& service = scenario.services[flow.route[i].service];
      if (service.is_scheduled()) {
        counts_[{flow.route[i].service.index(), service.stops.at(flow.route[i].board).place.index()}];
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

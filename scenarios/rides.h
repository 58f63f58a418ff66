#pragma once
#include <vector>

#include "network/network.h"
#include "network/routes.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// One ride with a service, and what it takes on average when nothing is in the way.
struct Ride {
  RouteLeg leg;
  double wait_h = 0;      ///< For a departure, from a moment that the timetable does not know; with the cut-off.
  double handling_h = 0;  ///< Loading, unloading and gates of one 40-foot box (2 TEU), where the places say.
  double running_h = 0;
};

/// The places and, as edges, the rides between the stops of each service. An edge is named "service/BB-LL from>to" by
/// the stops where it is boarded and left; its hours are those of the ride together. Planned places and services that
/// stop there are left out; of the on-demand rides of one mode between the same places only the quickest is kept.
struct Rides {
  network::Network network;
  IdVector<network::EdgeId, Ride> rides;
};
Rides rides_of(Scenario const&);

/// The quickest journeys between two nodes, at most `count`, each a list of rides. Left out are those that come to a
/// place or take a service twice, that leave a service for where it goes itself, that take trucks on demand twice in a
/// row or several trucks for half as long again as the quickest way, and that differ from a quicker one only in such
/// trucks. Of equally quick ones, those with fewer rides first.
std::vector<network::Route> sensible_journeys(Scenario const&, Rides const&, network::NodeId from, network::NodeId to,
                                              std::size_t count);

}  // namespace shudao::scenarios

#pragma once
#include "network/network.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// The places as nodes of a network; planned ones are left out.
struct PlaceNodes {
  IdVector<network::NodeId, network::Node> nodes;
  IdVector<PlaceId, network::NodeId> of_place;  ///< None for a planned place.
};
PlaceNodes place_nodes(Scenario const&);

/// Whether the service stops at existing places only.
bool runs(Scenario const&, Service const&);

/// For people: "From–To, by Service".
network::Wording label_of_ride(Place const& from, Place const& to, Service const&);

}  // namespace shudao::scenarios

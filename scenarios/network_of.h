#pragma once
#include "network/network.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// The places and the legs of the services between them, with what each leg can carry in a year. A leg is named
/// "service/NN from>to"; planned places and services that stop there are left out. A leg of a scheduled service carries
/// at most departures × capacity of the vehicle. Legs share
///   the slots of their link: one a vehicle, named like the link;
///   the servers of the resources in the vehicle's own process at the stop (servers × open time ÷ mean work), under the
///   rules that concern vehicles when the window begins; named "place/resource in" for the legs that arrive there and
///   "place/resource out" for those that leave, since a vehicle is served once for both.
/// An on-demand service that shares nothing is unlimited. Hours are mean running times; waits are not in them. Vehicles
/// count as full, and all slots and servers as there for whoever asks for a cut.
network::Network network_of(Scenario const&);

}  // namespace shudao::scenarios

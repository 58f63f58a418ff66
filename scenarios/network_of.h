#pragma once
#include "network/network.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// The places and the legs of the services between them, with what each leg can carry in a year. A leg is named
/// "service/NN from>to"; planned places and services that stop there are left out. Its capacity is the least of
///   departures × capacity of the vehicle, for a scheduled service;
///   slots × capacity of the vehicle, for a link with slots;
///   what the busiest step of the vehicle's own process at the stop lets through (servers × open time ÷ mean work), under the
///   rules that concern vehicles when the window begins.
/// Services that share slots or servers each get all of them: an upper bound, as a planning figure may be. An on-demand
/// service on a link without slots is unlimited. Hours are mean running times; waits are not in them.
network::Network network_of(Scenario const&);

}  // namespace shudao::scenarios

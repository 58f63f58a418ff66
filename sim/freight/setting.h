#pragma once
#include "sim/base/random.h"
#include "sim/freight/messages.h"
#include "sim/freight/party.h"
#include "sim/freight/world.h"

namespace shudao::freight {

/// The logical processes of one place; its yard may be that of another.
struct PlaceProcesses {
  kernel::ProcessId border, desk, gate, terminal, tracks, yard;
  kernel::ProcessId depot;  ///< Of places that have one.
};

/// Who is who in one replication; fixed before it runs.
struct Addresses {
  IdVector<scenarios::PlaceId, PlaceProcesses> places;
  IdVector<scenarios::ResourceId, kernel::ProcessId> resources;
  IdVector<scenarios::LinkId, kernel::ProcessId> dispatchers;
  /// From the terminal where a flow ends to its source; none where nobody listens.
  IdVector<scenarios::FlowId, kernel::ChannelId> news;
};

/// What the logical processes of one replication share: read-only but for the two depots, whose things are touched
/// only by the process that holds their handle.
struct Setting {
  World const& world;
  RandomSeed seed;
  bool tells_vehicles;  ///< When they come to a stop and set off.
  Addresses addresses;
  Lots lots;
  Vehicles vehicles;

  Setting(World const& w, RandomSeed s, Detail also = Detail::none)
      : world{w}, seed{s}, tells_vehicles{w.tells_details() || also != Detail::none} {}
  [[nodiscard]] scenarios::Scenario const& scenario() const { return world.scenario(); }
  /// The services that the consignment takes, one after another.
  [[nodiscard]] std::vector<scenarios::RouteLeg> const& legs(Consignment const& lot) const {
    return scenario().flows[lot.flow].routes[lot.route].legs;
  }
  Party& party(PartyHandle p) {
    return p.is_vehicle() ? static_cast<Party&>(vehicles[p.handle()]) : static_cast<Party&>(lots[p.handle()]);
  }
};

}  // namespace shudao::freight

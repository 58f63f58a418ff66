#pragma once
#include <deque>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// Where vehicles stand at a place and freight changes between them and the yard: trains on tracks, ships at berths,
/// trucks behind the gate. It unloads and loads, holds what waits for the next departure, makes up trains at their
/// cut-off or when they are full, joins the parts of a consignment again and delivers what has come to its end.
struct Terminal {
  Setting& setting;
  scenarios::PlaceId place;

  std::map<scenarios::ServiceId, std::deque<std::uint32_t>>
      waiting{};  ///< Consignments, in the order they became ready.
  std::set<std::pair<scenarios::ServiceId, std::uint32_t>>
      timed{};  ///< Services that fill up here, by stop, whose first cargo is timed.
  std::map<LotName, std::vector<std::uint32_t>> incomplete{};  ///< Parts here of lots that are not all here.
  /// When a run was last boarded and left room, by service and stop.
  std::map<std::pair<scenarios::ServiceId, std::uint32_t>, SimTime> last_boarding{};
};

void handle(Terminal&, kernel::Event const&, kernel::Outbox&);

}  // namespace shudao::freight

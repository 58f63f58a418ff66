#pragma once
#include <deque>
#include <vector>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// Where empty boxes of a place are kept, in TEU. Who finds too few waits for boxes that come back, first come first
/// served within a kind; nobody overtakes a bigger lot that waits in front of him. Sends empties elsewhere by the
/// repositioning plans that begin here, unless somebody waits for boxes.
struct BoxDepot {
  Setting& setting;
  scenarios::PlaceId place;

  struct Stock {
    scenarios::BoxId kind;
    std::int64_t teu = 0;
    std::deque<WantBoxes> waiting;
  };
  std::vector<Stock> stocks{};
};

/// A depot with what it holds at the start of the run.
BoxDepot make_box_depot(Setting&, scenarios::PlaceId);

void handle(BoxDepot&, kernel::Event const&, kernel::Outbox&);

/// A consignment that is ready asks its depot for boxes; until it has them its time is queueing at the depot.
void ask_boxes(Setting&, scenarios::BoxUse const&, std::uint32_t lot, kernel::Outbox&);
/// It has them.
void take_boxes(Setting&, scenarios::BoxUse const&, std::uint32_t lot, kernel::Outbox&);
/// It is delivered, and its boxes go back.
void give_back_boxes(Setting const&, scenarios::BoxUse const&, Teu, kernel::Outbox&);

}  // namespace shudao::freight

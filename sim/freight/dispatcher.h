#pragma once
#include <deque>
#include <map>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// The one who gives out the slots of a link, at even spacing, by priority and then in order of asking, and sends the
/// vehicles on their way. Its channel to the next place has the fastest possible run as lookahead. Disruptions make
/// slots rarer, close the link or slow down who sets out meanwhile; who is under way is not concerned.
struct Dispatcher {
  Setting& setting;
  scenarios::LinkId link;
  kernel::ChannelId onward;
  Duration spacing{};  ///< Between slots; 0: no limit.

  struct Asking {
    std::uint32_t vehicle = 0;
    SimTime since;
  };
  std::map<int, std::deque<Asking>> waiting{};  ///< By priority.
  SimTime next_slot = SimTime::from_ms(0);
  bool is_slot_awaited = false;
};

void handle(Dispatcher&, kernel::Event const&, kernel::Outbox&);

}  // namespace shudao::freight

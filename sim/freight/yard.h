#pragma once
#include <deque>
#include <map>
#include <optional>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// Room with a limit: storage in TEU, or tracks and berths in vehicles. What asks while it is full waits outside, FIFO
/// within priority classes; nobody overtakes a bigger one that waits in front of him.
struct Yard {
  Setting& setting;
  scenarios::PlaceId place;
  bool is_tracks = false;
  std::optional<std::int64_t> capacity{};  ///< None: unlimited.

  std::int64_t level = 0;
  std::map<int, std::deque<AskRoom>> waiting{};  ///< By priority.
};

void handle(Yard&, kernel::Event const&, kernel::Outbox&);

}  // namespace shudao::freight

#pragma once
#include "sim/freight/setting.h"

namespace shudao::freight {

/// Where road vehicles enter a place: each takes one lane for as long as the gate formalities need.
struct Gate {
  Setting& setting;
  scenarios::PlaceId place;
};

void handle(Gate&, kernel::Event const&, kernel::Outbox&);

}  // namespace shudao::freight

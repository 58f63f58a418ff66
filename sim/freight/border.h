#pragma once
#include <map>
#include <vector>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// The formalities of vehicles that stop here: the vehicle's own process and, beside it, those of the consignments
/// that stay aboard. The vehicle goes on when all are done; its hours, which everything aboard inherits, are charged
/// along the branch that finished last (ties: the vehicle's own, then by consignment).
struct Border {
  Setting& setting;
  scenarios::PlaceId place;

  struct Stay {
    SimTime entered;
    std::size_t open = 0;  ///< Branches not yet done.
    Journal deciding;      ///< Of the branch that finished last so far.
    PartyHandle decided_by;
  };
  std::map<std::uint32_t, Stay> stays{};             ///< By vehicle handle.
  std::map<std::uint32_t, std::uint32_t> carrier{};  ///< Vehicle of each consignment in process here.
};

void handle(Border&, kernel::Event const&, kernel::Outbox&);

}  // namespace shudao::freight

#pragma once
#include "sim/freight/setting.h"

namespace shudao::freight {

/// A vehicle has come to the end of a link: charges its running, counts its load as present at the place of its next
/// stop and makes that known.
void arrive(Setting&, Vehicle&, kernel::Outbox&);

/// That a vehicle came to its stop or set off from it, for those who asked for details.
void tell_moved(Setting const&, Vehicle const&, bool is_arrival, kernel::Outbox&);

/// TEU came to a place (+) or left it (−): the place's own count.
void count_presence(scenarios::PlaceId, std::int64_t delta_teu, kernel::Outbox&);

}  // namespace shudao::freight

#pragma once
#include <vector>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// Cuts a part of `teu` off a consignment, to travel by itself; its ledger so far is copied. The ledger of `lot` must
/// reach up to now. Returns the part.
std::uint32_t cut_part(Setting&, std::uint32_t lot, Teu teu, SimTime now);

/// Makes one consignment of all its parts, which are all here. The hours since the parts were cut are those of the part
/// that came last (of equals the one cut first; what was left over counts as number 0); the hours of the others are
/// told as off the path. Parts that waited for it are charged up to now before they end. Returns the whole.
std::uint32_t merge_parts(Setting&, std::vector<std::uint32_t> const& parts, kernel::Outbox&);

}  // namespace shudao::freight

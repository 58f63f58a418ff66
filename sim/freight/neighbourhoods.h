#pragma once
#include <cstdint>
#include <vector>

#include "sim/freight/world.h"

namespace shudao::freight {

/// The neighbourhood of each place. Places are one that share a resource or a yard, under whatever rules, or whose
/// consignments use each other's depots: between them messages take no time.
std::vector<std::uint32_t> neighbourhoods(World const&);

}  // namespace shudao::freight

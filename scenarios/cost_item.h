#pragma once
#include <cstddef>
#include <cstdint>

namespace shudao::scenarios {

/// What the cost of a consignment consists of; the items add up to it. A subsidy is negative.
enum class CostItem : std::uint8_t { tariff, handling, storage, formalities, inventory, finance, subsidy };
inline constexpr std::size_t kCostItemCount = 7;
char const* name_of(CostItem);  ///< "tariff", "handling", …

}  // namespace shudao::scenarios

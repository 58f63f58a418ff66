#pragma once
#include <cstdint>
#include <string_view>

namespace shudao {

/// What the name of a thing is worth to draws and digests: 64 bits that depend on its bytes only, never on an index,
/// an address or the order of a file.
enum class NameHash : std::uint64_t {};

/// XXH3-64 of the bytes, seed 0.
NameHash name_hash(std::string_view name);

/// The hash of the n-th thing of a named series (the n-th consignment of a flow, the run that leaves at n ms).
NameHash name_hash(NameHash series, std::uint64_t n);

}  // namespace shudao

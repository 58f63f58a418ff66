#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "scenarios/problems.h"

namespace shudao::scenarios {

inline constexpr std::size_t kMostBytes = 16U << 20U;  ///< Of one file.
inline constexpr std::size_t kMostLevels = 64;         ///< Of nesting.
inline constexpr std::size_t kMostValues = 1'000'000;  ///< In one file.

/// JSON text to a value, guarded: size, nesting, number of values, duplicate keys, UTF-8 and syntax. What is wrong is
/// reported with its line; nothing comes back unless the text can be used.
std::optional<Json> parse_json(std::string_view text, std::uint32_t file, Problems&);

/// The first kMostBytes + 1 bytes of a file; nothing if it cannot be read.
std::optional<std::string> read_text(std::string const& path);
/// The same, noted among the inputs.
std::optional<std::string> read_text(std::string const& path, Problems&);

}  // namespace shudao::scenarios

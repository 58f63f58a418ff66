#pragma once
#include <optional>
#include <string>

#include "scenarios/fields.h"

namespace shudao::scenarios {

/// Reads a number that may carry its pedigree, and records it in Reading::numbers.
std::optional<double> read_number(Reading&, Json const&, std::string const& pointer, std::string const& key, Range);
/// Reads a distribution that may carry its pedigree. Its support must begin inside the range.
std::optional<Distribution> read_distribution(Reading&, Json const&, std::string const& pointer, std::string const& key,
                                              Range);

Json sourced_number_schema();  ///< The object form of a number.
Json distribution_schema();    ///< Any distribution, bare or with its pedigree.

/// The unit that a key ends in: "h", "km_h", "cny_per_teu" …; empty if none.
std::string unit_of(std::string const& key);

}  // namespace shudao::scenarios

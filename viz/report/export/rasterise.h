#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace shudao::viz::report {

/// Whether this machine has rsvg-convert (of librsvg, Debian's librsvg2-bin), which makes pictures of drawings.
bool can_rasterise();

/// That program and where it comes from.
inline constexpr std::string_view kRasteriser = "rsvg-convert (Debian: librsvg2-bin)";

/// A PNG of an SVG drawing, `zoom` times as many dots as its size says; nothing where it cannot be made. The same
/// drawing and fonts give the same bytes. Drawings are read from a file of their own and can load no other one.
std::optional<std::string> png_of(std::string const& svg, int zoom);

}  // namespace shudao::viz::report

#pragma once
#include <optional>
#include <string>

namespace shudao::viz::report {

/// Whether this machine has rsvg-convert (of librsvg, Debian's librsvg2-bin), which makes pictures of drawings.
bool can_rasterise();

/// A PNG of an SVG drawing, twice as many dots as its size says; nothing where it cannot be made. The same drawing and
/// fonts give the same bytes. Drawings are read from a file of their own and can load no other one.
std::optional<std::string> png_of(std::string const& svg);

}  // namespace shudao::viz::report

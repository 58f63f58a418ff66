#pragma once
#include <string>

namespace shudao::viz::report {

/// Relationships of figure `number` (from 1): its PNG and its SVG.
std::string png_relation(int number);
std::string svg_relation(int number);

/// The run that shows figure `number` over the whole width of the text, lower if it would be higher than the page.
/// `svg` tells how wide and high it is.
std::string drawing_of(int number, std::string const& svg, std::string const& title, std::string const& description);

}  // namespace shudao::viz::report

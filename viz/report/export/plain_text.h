#pragma once
#include <string>

#include "viz/report/figure_data.h"

namespace shudao::viz::report {

/// What is said in one language, the other one where it is empty.
std::string const& said_in(Text const&, Language);

/// Characters that XML 1.0 forbids become blanks. For text in UTF-8.
std::string allowed_in_xml(std::string text);
/// Line breaks and tabs, too.
std::string without_forbidden(std::string const& text);

/// About how wide a text is set, in halves of a Chinese character: one for each Latin letter.
int width_of(std::string const& text);

/// As much of it as has this width, with "…" where something is left out.
std::string cut_to_width(std::string const& text, int width);

}  // namespace shudao::viz::report

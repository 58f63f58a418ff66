#pragma once
#include <string>
#include <string_view>

#include "scenarios/scenario.h"
#include "viz/words/messages.h"

namespace shudao::viz::report {

/// Text that stands for itself in HTML, in XML and in attributes between double quotes; what XML forbids becomes
/// blanks.
std::string escaped(std::string_view text);

/// What is said in the language of the page, escaped; where both are there, each in a span with its language, of which
/// the page shows one.
std::string spoken(scenarios::Text const&, Language);

}  // namespace shudao::viz::report

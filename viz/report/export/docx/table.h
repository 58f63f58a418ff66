#pragma once
#include <string>

#include "viz/report/report.h"

namespace shudao::viz::report {

/// Twentieths of a point between the margins of the page.
inline constexpr int kTextWidth = 9638;

/// A table whose head is repeated on every page; words left, numbers right, columns as wide as their words need.
std::string table_of(FigureData const&, Language);

}  // namespace shudao::viz::report

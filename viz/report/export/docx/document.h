#pragma once
#include <functional>
#include <optional>
#include <string>

#include "viz/report/report.h"

namespace shudao::viz::report {

/// Makes a PNG picture of an SVG drawing; nothing where this machine has no program for it.
using Rasteriser = std::function<std::optional<std::string>(std::string const& svg)>;

/// The report as an Office Open XML document (ECMA-376, transitional) in one language, zh or en: headings with styles,
/// contents, numbered captions, tables with repeated heads, and figures as drawings with a PNG for programs that show
/// no SVG. A figure without such a PNG is given by its numbers. A4. The same report gives the same bytes. Nothing in it
/// is run: no macros, no links, no fields but page numbers, numbers of captions and contents.
std::string docx_of(Report const&, Language, Rasteriser const&);

}  // namespace shudao::viz::report

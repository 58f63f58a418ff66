#pragma once
#include <string>

#include "viz/report/report.h"

namespace shudao::viz::report {

/// The report as a workbook (.xlsx, ECMA-376) in one language: contents, a sheet for each figure and table with charts
/// that spreadsheets draw themselves, notes. `version` is that of the program. The same report gives the same bytes.
/// Throws FileError where no temporary file can be written.
std::string xlsx_of(Report const&, Language, std::string const& version);

}  // namespace shudao::viz::report

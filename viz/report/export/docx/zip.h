#pragma once
#include <string>
#include <vector>

#include "viz/report/export/export.h"

namespace shudao::viz::report {

/// A ZIP archive of the files in their order, deflated, dated 1980-01-01: the same files give the same bytes. Paths are
/// UTF-8. At most 65,535 files and 4 GiB in all. Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
std::string zipped(std::vector<ExportFile> const&);

}  // namespace shudao::viz::report

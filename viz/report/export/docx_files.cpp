#include "viz/report/export/docx/document.h"
#include "viz/report/export/kinds.h"
#include "viz/report/export/rasterise.h"

namespace shudao::viz::report {
namespace {

std::optional<std::string> twice_as_wide(std::string const& svg) { return png_of(svg, 2); }

}  // namespace

std::vector<ExportFile> docx_files(ExportInput const& input) {
  std::vector<ExportFile> files;
  if (input.language != Language::en)
    files.push_back({"report.zh.docx", docx_of(input.report, Language::zh, twice_as_wide)});
  if (input.language != Language::zh)
    files.push_back({"report.en.docx", docx_of(input.report, Language::en, twice_as_wide)});
  return files;
}

}  // namespace shudao::viz::report

#include "viz/report/export/docx/document.h"
#include "viz/report/export/kinds.h"
#include "viz/report/export/rasterise.h"

namespace shudao::viz::report {

std::vector<ExportFile> docx_files(ExportInput const& input) {
  std::vector<ExportFile> files;
  if (input.language != Language::en) files.push_back({"report.zh.docx", docx_of(input.report, Language::zh, png_of)});
  if (input.language != Language::zh) files.push_back({"report.en.docx", docx_of(input.report, Language::en, png_of)});
  return files;
}

}  // namespace shudao::viz::report

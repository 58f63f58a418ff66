#include "viz/report/export/kinds.h"

namespace shudao::viz::report {

std::vector<ExportFile> svg_files(ExportInput const& input) {
  std::vector<ExportFile> files;
  for (ReportFigure const& figure : figures_in(input.report)) {
    if (figure.picture == nullptr) continue;
    std::string const stem = "figures/" + figure.file;
    if (!figure.picture->svg_zh.empty()) files.push_back({stem + ".zh.svg", figure.picture->svg_zh});
    if (!figure.picture->svg_en.empty()) files.push_back({stem + ".en.svg", figure.picture->svg_en});
  }
  return files;
}

}  // namespace shudao::viz::report

#include "viz/report/export/kinds.h"
#include "viz/report/export/rasterise.h"
#include "viz/report/figure_engine.h"

namespace shudao::viz::report {

std::vector<ExportFile> svg_files(ExportInput const& input) {
  std::vector<ExportFile> files;
  for (ReportFigure const& figure : figures_in(input.drawings)) {
    if (figure.picture == nullptr) continue;
    std::string const stem = "figures/" + figure.file;
    if (!figure.picture->svg_zh.empty()) files.push_back({stem + ".zh.svg", figure.picture->svg_zh});
    if (!figure.picture->svg_en.empty()) files.push_back({stem + ".en.svg", figure.picture->svg_en});
  }
  return files;
}

std::vector<ExportFile> png_files(ExportInput const& input) {
  constexpr int kZoom = 3;  // 720 px become 2160 dots: 340 dpi at 160 mm.
  std::vector<ExportFile> files = svg_files(input);
  for (ExportFile& file : files) {
    auto picture = png_of(file.content, kZoom);
    if (!picture) throw DrawingFailed{std::string{kRasteriser} + " made no picture of " + file.path};
    file.path.replace(file.path.size() - 3, 3, "png");
    file.content = std::move(*picture);
  }
  return files;
}

}  // namespace shudao::viz::report

#include "viz/report/export/export.h"

#include <set>

#include "viz/report/export/kinds.h"
#include "viz/report/export/rasterise.h"

namespace shudao::viz::report {

std::vector<ExportKind> const& export_kinds() {
  static std::vector<ExportKind> const all = {
      {"csv", {}, csv_files},
      {"svg", Setting::alone, svg_files},
      {"png", Setting::alone, png_files, can_rasterise, kRasteriser},
      {"geojson", {}, geojson_files},
      {"docx", Setting::in_text, docx_files},
      {"xlsx", {}, xlsx_files},
  };
  return all;
}

bool is_possible(ExportKind const& kind) { return kind.is_possible == nullptr || kind.is_possible(); }

std::string file_name(std::string const& id) {
  std::string name = id.empty() ? "figure" : id;
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    bool const is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (!is_plain) c = '-';
  }
  if (name.front() == '.') name.front() = '-';
  return name;
}

std::vector<ReportFigure> figures_in(Report const& report) {
  std::vector<ReportFigure> figures;
  std::set<std::string> taken;
  auto const add = [&](FigureData const& data, Picture const* picture) {
    std::string const name = file_name(data.id);
    std::string unique = name;
    for (int i = 2; !taken.insert(unique).second; ++i) unique = name + "-" + std::to_string(i);
    figures.push_back({&data, picture, unique});
  };
  for (Section const& section : report.sections)
    for (Block const& block : section.blocks) {
      if (auto const* data = std::get_if<FigureData>(&block)) add(*data, nullptr);
      if (auto const* picture = std::get_if<Picture>(&block)) add(picture->data, picture);
    }
  return figures;
}

}  // namespace shudao::viz::report

#pragma once
#include "viz/report/export/export.h"

namespace shudao::viz::report {

/// csv/ID.csv of every figure and table, and csv/datapackage.json that says what is in them.
std::vector<ExportFile> csv_files(ExportInput const&);
/// figures/ID.zh.svg and ID.en.svg of every figure that is drawn, with its caption, scenarios and fingerprints in it.
std::vector<ExportFile> svg_files(ExportInput const&);
/// figures/ID.zh.png and ID.en.png of the same, 2160 dots wide. Throws DrawingFailed.
std::vector<ExportFile> png_files(ExportInput const&);
/// geo/places.geojson and geo/links.geojson: the map of all worlds with their results.
std::vector<ExportFile> geojson_files(ExportInput const&);
/// report.zh.docx and report.en.docx.
std::vector<ExportFile> docx_files(ExportInput const&);
/// report.zh.xlsx and report.en.xlsx.
std::vector<ExportFile> xlsx_files(ExportInput const&);

}  // namespace shudao::viz::report

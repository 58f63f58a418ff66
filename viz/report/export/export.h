#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viz/report/build_report.h"
#include "viz/report/report.h"
#include "viz/report/study_data.h"

namespace shudao::viz::report {

/// A file of an export; its path is below the folder of the export, with '/'.
struct ExportFile {
  std::string path;
  std::string content;
};

/// Of the program and of the scenarios that come with it.
inline constexpr char kUsualLicence[] = "Apache-2.0";

/// What all exports are made of.
struct ExportInput {
  StudyData const& study;
  Report const& report;    ///< With its figures drawn in `language` if a kind that is asked for has them in a text.
  Report const& drawings;  ///< With its figures drawn to stand alone if a kind that is asked for has them alone.
  Language language = Language::both;
  bool has_mark = true;                 ///< CSV files begin with a byte order mark.
  std::string version;                  ///< Of the program.
  std::string licence = kUsualLicence;  ///< SPDX identifier.
};

/// A kind of file that results are exported as.
struct ExportKind {
  std::string_view name;
  std::optional<Setting> drawings;  ///< Where its drawings stand; none: it shows none.
  std::vector<ExportFile> (*files)(ExportInput const&) = nullptr;
  bool (*is_possible)() = nullptr;  ///< Null: always.
  std::string_view program{};       ///< That is lacking where it is not possible.
};

/// All kinds; a new one is a line here.
std::vector<ExportKind> const& export_kinds();
[[nodiscard]] bool is_possible(ExportKind const&);

/// The name as a file may have it everywhere: small letters, digits, '-', '_' and '.', not '.' first.
std::string file_name(std::string const& id);

/// A figure or table of the report; a picture has its drawings.
struct ReportFigure {
  FigureData const* data = nullptr;
  Picture const* picture = nullptr;  ///< Null: not drawn.
  std::string file;                  ///< file_name of its id, unlike those before it.
};
/// In the order of the report.
std::vector<ReportFigure> figures_in(Report const&);

}  // namespace shudao::viz::report

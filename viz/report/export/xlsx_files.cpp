#include "viz/report/export/kinds.h"
#include "viz/report/export/xlsx/workbook.h"

namespace shudao::viz::report {

std::vector<ExportFile> xlsx_files(ExportInput const& input) {
  std::vector<ExportFile> files;
  for (Language const one : {Language::zh, Language::en})
    if (input.language == one || input.language == Language::both)
      files.push_back(
          {one == Language::en ? "report.en.xlsx" : "report.zh.xlsx", xlsx_of(input.report, one, input.version)});
  return files;
}

}  // namespace shudao::viz::report

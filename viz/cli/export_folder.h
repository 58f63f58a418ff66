#pragma once
#include <string>
#include <vector>

#include "viz/report/export/export.h"

namespace shudao::viz::cli {

/// The list of its files with their SHA-256 that every export holds; by it a later export knows what it may replace.
inline constexpr char kExportList[] = "shudao-export.json";

/// Throws FileProblem if something stands at this path that is neither an empty folder nor an export as it was written:
/// a foreign file in it, or one that was changed since, is named.
void refuse_foreign_folder(std::string const& path);

/// Makes the folder beside its place and puts it there in one step: at any moment the old one is there or the new one.
/// `list` becomes kExportList. Throws FileProblem.
void write_folder(std::string const& path, std::vector<report::ExportFile> const& files, std::string const& list);

}  // namespace shudao::viz::cli

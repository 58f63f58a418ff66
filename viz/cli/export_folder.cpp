#include "viz/cli/export_folder.h"

#include <fcntl.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "viz/cli/files.h"
#include "viz/report/export/sha256.h"

namespace shudao::viz::cli {
namespace {

namespace fs = std::filesystem;

constexpr char kWanted[] = "a new or empty folder, or an export as it was written";

std::string content(fs::path const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Path and SHA-256 of the files that the export in this folder wrote; none where it is no list.
std::map<std::string, std::string> listed_in(fs::path const& folder) {
  std::map<std::string, std::string> listed;
  auto const list = nlohmann::json::parse(content(folder / kExportList), nullptr, false);
  if (!list.is_object() || !list.contains("files") || !list["files"].is_array()) return listed;
  for (auto const& file : list["files"])
    if (file.is_object() && file.contains("path") && file["path"].is_string() && file.contains("sha256") &&
        file["sha256"].is_string())
      listed.emplace(file["path"].get<std::string>(), file["sha256"].get<std::string>());
  return listed;
}

void write_file(fs::path const& path, std::string const& text) {
  fs::create_directories(path.parent_path());
  std::ofstream file{path, std::ios::binary};
  file << text;
  file.close();
  if (file.fail()) throw FileProblem{path.string(), "a file that cannot be written", "room for it"};
}

/// Puts the new folder in the place of the old one; where the file system cannot exchange them, in two steps.
void exchange(fs::path const& fresh, fs::path const& place) {
  if (!fs::exists(place)) return fs::rename(fresh, place);
  if (renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) return;
  fs::path old = fresh;
  old += ".old";
  fs::remove_all(old);
  fs::rename(place, old);
  fs::rename(fresh, place);
  fs::remove_all(old);
}

}  // namespace

void refuse_foreign_folder(std::string const& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return;
  constexpr char kLeft[] = "; it was left as it is";
  if (!fs::is_directory(path, ignored)) throw FileProblem{path, std::string{"no folder"} + kLeft, kWanted};
  if (fs::is_empty(path, ignored)) return;
  auto const listed = listed_in(path);
  if (listed.empty()) throw FileProblem{path, std::string{"a folder that no export made"} + kLeft, kWanted};
  for (auto const& entry : fs::recursive_directory_iterator{path, ignored}) {
    if (entry.is_directory() && !entry.is_symlink()) continue;
    std::string const name = entry.path().lexically_relative(path).generic_string();
    if (name == kExportList) continue;
    auto const one = listed.find(name);
    if (one == listed.end())
      throw FileProblem{entry.path().string(), std::string{"a file that no export made"} + kLeft, kWanted};
    if (report::sha256(content(entry.path())) != one->second)
      throw FileProblem{entry.path().string(), std::string{"a file that was changed after the export"} + kLeft,
                        kWanted};
  }
}

void write_folder(std::string const& path, std::vector<report::ExportFile> const& files, std::string const& list) {
  fs::path const place = (fs::path{path} / "").parent_path();
  fs::path fresh = place;
  fresh += ".new";
  try {
    fs::remove_all(fresh);
    for (report::ExportFile const& file : files) write_file(fresh / file.path, file.content);
    write_file(fresh / kExportList, list);
    exchange(fresh, place);
    fs::remove_all(fresh);
  } catch (fs::filesystem_error const& error) {
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    throw FileProblem{path, error.code().message(), "a folder that can be written"};
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    throw;
  }
}

}  // namespace shudao::viz::cli

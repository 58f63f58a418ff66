#include "viz/cli/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "scenarios/read.h"
#include "scenarios/study.h"

namespace shudao::viz::cli {

FileProblem::FileProblem(std::string const& file, std::string const& found, std::string const& expected,
                         std::string const& nearest)
    : FileError{file + ": " + found + "; expected " + expected}, problem_{file, "", 0, found, expected, nearest} {}

scenarios::Scenario read_world(std::string const& path) {
  std::error_code ignored;
  constexpr char kWanted[] = "a world or a patch: a file, or a folder with a scenario.json";
  if (!std::filesystem::exists(path, ignored)) throw FileProblem{path, "no such file or folder", kWanted};
  if (std::filesystem::is_directory(path, ignored) &&
      !std::filesystem::exists(std::filesystem::path{path} / "scenario.json", ignored))
    throw FileProblem{path, "a folder without scenario.json", kWanted};
  return scenarios::read_scenario(path);
}

std::string validation_at(std::string const& path) {
  std::error_code ignored;
  std::filesystem::path file{path};
  if (std::filesystem::is_directory(file, ignored)) file /= "validation.json";
  if (!std::filesystem::exists(file, ignored))
    throw FileProblem{file.string(), "no such file", "a validation file, or a folder with a validation.json"};
  return file.string();
}

namespace {

std::vector<std::string> studies_in(std::string const& folder) {
  std::vector<std::string> files;
  std::error_code ignored;
  for (auto const& entry : std::filesystem::directory_iterator{folder, ignored}) {
    bool const is_json = entry.path().extension() == ".json";
    if (is_json && scenarios::is_study(entry.path().string())) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) throw FileProblem{folder, "no study in it", "a folder with studies"};
  return files;
}

std::vector<std::string> study_files_of(std::string const& word, std::string const& folder) {
  std::error_code ignored;
  if (std::filesystem::is_directory(word, ignored)) return studies_in(word);
  if (std::filesystem::exists(word, ignored)) return {word};
  std::filesystem::path const file = std::filesystem::path{folder} / (word + ".json");
  if (std::filesystem::exists(file, ignored)) return {file.string()};
  std::vector<std::string> names;
  if (std::filesystem::is_directory(folder, ignored))
    for (std::string const& one : studies_in(folder)) names.push_back(std::filesystem::path{one}.stem().string());
  throw FileProblem{word, "no such file, folder or study in " + folder, "a study", nearest_name(word, names)};
}

}  // namespace

std::vector<std::string> study_files(std::vector<std::string> const& words, std::string const& folder, bool is_all) {
  if (is_all) return studies_in(folder);
  std::vector<std::string> files;
  for (std::string const& word : words)
    for (std::string const& file : study_files_of(word, folder)) files.push_back(file);
  return files;
}

void write_whole(std::string const& path, std::string const& text) {
  std::string const beside = path + ".new";
  bool is_written = false;
  {
    std::ofstream file{beside, std::ios::binary};
    file << text;
    file.close();
    is_written = !file.fail();
  }
  std::error_code failure;
  if (is_written) std::filesystem::rename(beside, path, failure);
  if (is_written && !failure) return;
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  throw FileProblem{path, failure ? failure.message() : "a file that cannot be written", "a file that can be written"};
}

namespace {

/// The first bytes of a file, as many as there are. What is no file, such as a pipe, would be waited for: it has none.
std::string start_of(std::string const& path, std::size_t size) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  std::string start(size, '\0');
  std::ifstream in{path, std::ios::binary};
  in.read(start.data(), static_cast<std::streamsize>(size));
  start.resize(static_cast<std::size_t>(in.gcount()));
  return start;
}

}  // namespace

void refuse_foreign_file(std::string const& store) {
  // docs/reference/results-store.md: SQLite's file header, and in it the mark of a finished store.
  constexpr std::string_view kSqlite{"SQLite format 3\0", 16}, kFinished{"SHUF"};
  constexpr std::size_t kMarkAt = 68;
  std::error_code ignored;
  if (store.empty() || !std::filesystem::exists(store, ignored)) return;
  std::string const header = start_of(store, kMarkAt + kFinished.size());
  if (header.starts_with(kSqlite) && header.ends_with(kFinished) && header.size() == kMarkAt + kFinished.size()) return;
  throw FileProblem{store, "something that is not a results store of shudao; it was left as it is",
                    "a new file, or a results store that may be replaced"};
}

void write_map(std::string const& path, std::string const& geojson) {
  constexpr std::size_t kFarEnough = 200;
  std::error_code ignored;
  bool const is_there = std::filesystem::exists(path, ignored);
  if (is_there && start_of(path, kFarEnough).find("\"FeatureCollection\"") == std::string::npos)
    throw FileProblem{path, "something that is not a map of shudao; it was left as it is",
                      "a new file, or a GeoJSON file that may be replaced"};
  write_whole(path, geojson);
}

}  // namespace shudao::viz::cli

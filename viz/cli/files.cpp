#include "viz/cli/files.h"

#include <algorithm>
#include <array>
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

void refuse_foreign_file(std::string const& store) {
  // docs/reference/results-store.md: SQLite's file header, and in it the mark of a finished store.
  constexpr std::string_view kSqlite{"SQLite format 3\0", 16}, kFinished{"SHUF"};
  constexpr std::size_t kMarkAt = 68;
  std::error_code ignored;
  if (store.empty() || !std::filesystem::exists(store, ignored)) return;
  std::array<char, kMarkAt + kFinished.size()> header{};
  std::ifstream{store, std::ios::binary}.read(header.data(), header.size());
  std::string_view const read{header.data(), header.size()};
  if (read.substr(0, kSqlite.size()) == kSqlite && read.substr(kMarkAt) == kFinished) return;
  throw FileProblem{store, "something that is not a results store of shudao; it was left as it is",
                    "a new file, or a results store that may be replaced"};
}

void write_map(std::string const& path, std::string const& geojson) {
  std::error_code error;
  std::filesystem::path const target{path};
  if (std::filesystem::exists(target, error)) {
    std::string start(200, '\0');
    std::ifstream{path, std::ios::binary}.read(start.data(), static_cast<std::streamsize>(start.size()));
    if (start.find("\"FeatureCollection\"") == std::string::npos)
      throw FileProblem{path, "something that is not a map of shudao; it was left as it is",
                        "a new file, or a GeoJSON file that may be replaced"};
  }
  std::filesystem::path partial = target;
  partial += ".partial";
  std::ofstream out{partial, std::ios::binary | std::ios::trunc};
  out << geojson;
  out.close();
  if (out) std::filesystem::rename(partial, target, error);
  if (out && !error) return;
  std::filesystem::remove(partial, error);
  throw FileProblem{path, "a place that cannot be written to", "a file in a folder that exists"};
}

}  // namespace shudao::viz::cli

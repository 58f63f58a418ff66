#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>

namespace shudao::experiment {

/// A folder for one test, removed afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "shudao-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  [[nodiscard]] std::string file(std::string const& name) const { return path_ + "/" + name; }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{path_}, {}));
  }

 private:
  std::string path_;
};

/// Every row of every table of a finished store but those that tell how it was run.
inline std::string contents_of(std::string const& store) {
  SQLite::Database database{store, SQLite::OPEN_READONLY};
  std::string all;
  SQLite::Statement tables{database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"};
  while (tables.executeStep()) {
    std::string const table = tables.getColumn(0).getString();
    if (table == "run_info") continue;
    SQLite::Statement rows{database, "SELECT * FROM " + table};
    while (rows.executeStep()) {
      all += table;
      for (int i = 0; i < rows.getColumnCount(); ++i) all += "|" + rows.getColumn(i).getString();
      all += "\n";
    }
  }
  return all;
}

/// Does something to a store behind the program's back.
inline void tamper(std::string const& store, std::string const& sql) {
  SQLite::Database{store, SQLite::OPEN_READWRITE}.exec(sql);
}

/// The first line of each that the other does not have there; empty if they are equal.
inline std::string unlike(std::string const& one, std::string const& other) {
  std::istringstream a{one}, b{other};
  for (std::string left, right; a || b;) {
    if (!std::getline(a, left)) left = "(end)";
    if (!std::getline(b, right)) right = "(end)";
    if (left != right) return left.substr(0, 400) + "\n" + right.substr(0, 400);
  }
  return {};
}

}  // namespace shudao::experiment

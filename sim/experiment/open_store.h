#pragma once
// Private to the folder of the store: included by its .cpp files only.
#include <filesystem>
#include <string>

#include "sim/base/errors.h"
#include "sim/experiment/database.h"

namespace shudao::experiment {

/// Runs `work` on the opened and checked store.
template<class Work>
auto with_store(std::string const& path, Work const& work) {
  if (!std::filesystem::exists(path)) {
    bool const is_under_way = std::filesystem::exists(path + ".partial");
    throw FileError{path + ": " +
                    (is_under_way ? "this study is not finished; run its command again to finish it" : "no such file")};
  }
  check_is_file(path);
  return with_file(path, [&] {
    SQLite::Database database{path, SQLite::OPEN_READONLY};
    check_kind(database, kFinishedApplication, path, "a results store");
    return work(database);
  });
}

}  // namespace shudao::experiment

#pragma once
// Private to the folder: SQLite with errors that name the file; included by the .cpp files of the store only.
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "sim/experiment/unreadable.h"

namespace shudao::experiment {

inline constexpr int kSchemaVersion = 3;
inline constexpr int kPartialApplication = 0x53485550;   ///< "SHUP" in the header of the file.
inline constexpr int kFinishedApplication = 0x53485546;  ///< "SHUF".

/// Runs `work`; what SQLite complains of, and what cannot be read, becomes a FileError that names the file.
template<class Work>
auto with_file(std::string const& path, Work const& work) {
  try {
    return work();
  } catch (SQLite::Exception const& failure) {
    bool const is_busy = failure.getErrorCode() == 5;  // SQLITE_BUSY
    throw FileError{path + ": " + (is_busy ? "in use by another run" : failure.what())};
  } catch (Unreadable const& damaged) {
    throw FileError{path + ": " + damaged.what()};
  }
}

/// Throws FileError for what is there but is no file, such as a pipe: who opens it may wait for ever.
inline void check_is_file(std::string const& path) {
  std::error_code ignored;
  bool const is_there = std::filesystem::exists(path, ignored);
  if (is_there && !std::filesystem::is_regular_file(path, ignored)) throw FileError{path + ": this is not a file"};
}

/// Throws FileError unless the file was made by this kind of store and this version of it.
inline void check_kind(SQLite::Database& database, int application, std::string const& path, char const* kind) {
  if (database.execAndGet("PRAGMA application_id").getInt() != application) {
    throw FileError{path + ": this is not " + kind + " of shudao"};
  }
  int const version = database.execAndGet("PRAGMA user_version").getInt();
  if (version != kSchemaVersion) {
    throw FileError{path + ": made by another version of shudao (schema " + std::to_string(version) +
                    ", this one reads " + std::to_string(kSchemaVersion) + "); delete or rename it"};
  }
}

inline void mark_kind(SQLite::Database& database, int application) {
  database.exec("PRAGMA application_id = " + std::to_string(application));
  database.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
}

/// Throws Unreadable, with what to do, for a row of a finished store that is not as it was written.
inline void check_row(std::string const& checksum, std::string const& stored, std::string const& what) {
  if (checksum == stored) return;
  throw Unreadable{what +
                   " is damaged: its checksum does not match; delete or rename the file and run the study again"};
}

/// The bytes of a text or blob, until the row is left.
inline std::string_view view_of(SQLite::Column const& column) {
  void const* const bytes = column.getBlob();
  return {static_cast<char const*>(bytes), static_cast<std::size_t>(column.getBytes())};
}

/// Deletes a database and what SQLite leaves beside it.
inline void remove_with_sides(std::string const& path) {
  std::error_code ignored;
  for (char const* side : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(path + side, ignored);
}

}  // namespace shudao::experiment

#include "sim/experiment/partial_store.h"

#include <filesystem>

#include "sim/experiment/codec.h"
#include "sim/experiment/database.h"

namespace shudao::experiment {
namespace {

constexpr int kWaitMs = 2000;

void make_tables(SQLite::Database& database) {
  SQLite::Transaction transaction{database};
  mark_kind(database, kPartialApplication);
  database.exec(
      "CREATE TABLE unit (program TEXT, base TEXT, alternative TEXT, seed TEXT, fault INTEGER, number INTEGER, "
      "result TEXT, PRIMARY KEY (program, base, alternative, seed, fault, number)) WITHOUT ROWID");
  transaction.commit();
}

void bind_key(SQLite::Statement& statement, UnitKey const& key) {
  statement.bind(1, key.program);
  statement.bind(2, key.base);
  statement.bind(3, key.alternative);
  statement.bind(4, std::to_string(key.seed));
  statement.bind(5, static_cast<int>(key.fault));
}

}  // namespace

struct PartialStore::State {
  explicit State(std::string const& file)
      : path{file}, database{file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kWaitMs} {
    // The rollback journal makes every transaction whole or absent; the lock keeps a second run out.
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("BEGIN EXCLUSIVE");
    database.exec("COMMIT");
    bool const is_new = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (is_new) make_tables(database);
    check_kind(database, kPartialApplication, path, "a partial results store");
  }
  std::string path;
  SQLite::Database database;
};

PartialStore::PartialStore(std::string const& path) {
  with_file(path, [&] { state_ = std::make_unique<State>(path); });
}
PartialStore::~PartialStore() = default;

std::map<std::int64_t, Unit> PartialStore::units(UnitKey const& key) {
  return with_file(state_->path, [&] {
    SQLite::Statement select{state_->database,
                             "SELECT number, result FROM unit WHERE program = ? AND base = ? AND alternative = ? AND "
                             "seed = ? AND fault = ? ORDER BY number"};
    bind_key(select, key);
    std::map<std::int64_t, Unit> units;
    while (select.executeStep()) units[select.getColumn(0).getInt64()] = unit_from(select.getColumn(1).getString());
    return units;
  });
}

void PartialStore::keep(UnitKey const& key, Unit const& unit) {
  std::string const result = text_of(unit);
  with_file(state_->path, [&] {
    SQLite::Transaction transaction{state_->database};
    SQLite::Statement insert{state_->database, "INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?, ?, ?, ?)"};
    bind_key(insert, key);
    insert.bind(6, unit.number);
    insert.bind(7, result);
    insert.exec();
    transaction.commit();
  });
}

void PartialStore::remove() {
  std::string const path = state_->path;
  state_.reset();
  std::error_code ignored;
  for (char const* side : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(path + side, ignored);
}

}  // namespace shudao::experiment

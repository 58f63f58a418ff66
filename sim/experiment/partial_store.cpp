#include "sim/experiment/partial_store.h"

#include <filesystem>

#include "sim/experiment/codec.h"
#include "sim/experiment/database.h"

namespace shudao::experiment {
namespace {

constexpr int kWaitMs = 2000;
constexpr char kKind[] = "a partial results store";
constexpr char kOfKey[] =
    " FROM run WHERE program = ? AND scenario = ? AND asked = ? AND seed = ? AND fault = ? AND number = ?";

void make_tables(SQLite::Database& database) {
  SQLite::Transaction transaction{database};
  mark_kind(database, kPartialApplication);
  database.exec("CREATE TABLE errand (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID");
  database.exec(
      "CREATE TABLE run (program TEXT, scenario TEXT, asked TEXT, seed TEXT, fault INTEGER, number INTEGER, "
      "result TEXT, measures TEXT, lots BLOB, PRIMARY KEY (program, scenario, asked, seed, fault, number))");
  transaction.commit();
}

void bind_key(SQLite::Statement& statement, RunKey const& key) {
  SQLite::bind(statement, key.program, key.scenario, key.asked, std::to_string(key.seed), static_cast<int>(key.fault),
               key.number);
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
    check_kind(database, kPartialApplication, path, kKind);
  }
  std::string path;
  SQLite::Database database;
};

PartialStore::PartialStore(std::string const& path) {
  with_file(path, [&] { state_ = std::make_unique<State>(path); });
}
PartialStore::~PartialStore() = default;

void PartialStore::describe(Errand const& errand) {
  with_file(state_->path, [&] {
    SQLite::Transaction transaction{state_->database};
    state_->database.exec("DELETE FROM errand");
    for (auto const& [key, value] : errand) {
      SQLite::Statement insert{state_->database, "INSERT INTO errand VALUES (?, ?)"};
      SQLite::bind(insert, key, value);
      insert.exec();
    }
    transaction.commit();
  });
}

std::optional<ReplicationRun> PartialStore::find(RunKey const& key, KeepLots needed) {
  return with_file(state_->path, [&]() -> std::optional<ReplicationRun> {
    SQLite::Statement select{state_->database, std::string{"SELECT result, measures, lots IS NOT NULL"} + kOfKey};
    bind_key(select, key);
    if (!select.executeStep()) return std::nullopt;
    if (needed == KeepLots::yes && select.getColumn(2).getInt() == 0) return std::nullopt;
    ReplicationRun run;
    run.replication = replication_from(select.getColumn(0).getString());
    run.measures = measures_from(select.getColumn(1).getString());
    return run;
  });
}

std::optional<LotBook> PartialStore::lots(RunKey const& key) {
  return with_file(state_->path, [&]() -> std::optional<LotBook> {
    SQLite::Statement select{state_->database, std::string{"SELECT lots"} + kOfKey};
    bind_key(select, key);
    if (!select.executeStep()) return std::nullopt;
    return LotBook::from_bytes(select.getColumn(0).getString());
  });
}

void PartialStore::keep(RunKey const& key, ReplicationRun const& run, KeepLots kept) {
  std::string const result = text_of(run.replication), measures = text_of(run.measures);
  std::string const lots = kept == KeepLots::yes ? run.lots.bytes() : std::string{};
  with_file(state_->path, [&] {
    SQLite::Transaction transaction{state_->database};
    SQLite::Statement insert{state_->database, "INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    bind_key(insert, key);
    insert.bind(7, result);
    insert.bind(8, measures);
    if (kept == KeepLots::yes) insert.bindNoCopy(9, lots.data(), static_cast<int>(lots.size()));
    insert.exec();
    transaction.commit();
  });
}

void PartialStore::take_over(std::string const& other) {
  errand_of_part(other);  // Refuses what is no part.
  with_file(other, [&] {
    {
      SQLite::Statement attach{state_->database, "ATTACH ? AS other"};
      attach.bind(1, other);
      attach.exec();
    }
    state_->database.exec("INSERT OR REPLACE INTO run SELECT * FROM other.run");
    state_->database.exec("DETACH other");
  });
}

void PartialStore::remove() {
  std::string const path = state_->path;
  state_.reset();
  remove_with_sides(path);
}

Errand errand_of_part(std::string const& path) {
  if (!std::filesystem::exists(path)) throw FileError{path + ": no such file"};
  return with_file(path, [&] {
    SQLite::Database database{path, SQLite::OPEN_READONLY};
    check_kind(database, kPartialApplication, path, kKind);
    SQLite::Statement select{database, "SELECT key, value FROM errand"};
    Errand errand;
    while (select.executeStep()) errand[select.getColumn(0).getString()] = select.getColumn(1).getString();
    return errand;
  });
}

}  // namespace shudao::experiment

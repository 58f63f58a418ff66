#include "sim/experiment/partial_store.h"

#include <charconv>
#include <filesystem>

#include "sim/experiment/codec.h"
#include "sim/experiment/database.h"
#include "sim/experiment/row_checksum.h"

namespace shudao::experiment {
namespace {

constexpr int kWaitMs = 2000;
constexpr char kKind[] = "a partial results store";
/// Columns of the table `run`, in their order.
enum RunColumn : int { kResultAt = 6, kMeasuresAt, kLotsAt, kChecksumAt };
constexpr char kOfKey[] =
    "SELECT * FROM run WHERE program = ? AND scenario = ? AND asked = ? AND seed = ? AND fault = ? AND number = ?";

bool has_tables(SQLite::Database& database) {
  return database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() > 0;
}

void make_tables(SQLite::Database& database) {
  SQLite::Transaction transaction{database};
  mark_kind(database, kPartialApplication);
  database.exec("CREATE TABLE errand (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID");
  database.exec(
      "CREATE TABLE run (program TEXT, scenario TEXT, asked TEXT, seed TEXT, fault INTEGER, number INTEGER, "
      "result TEXT, measures TEXT, lots BLOB, checksum TEXT, PRIMARY KEY (program, scenario, asked, seed, fault, "
      "number))");
  transaction.commit();
}

void bind_key(SQLite::Statement& statement, RunKey const& key) {
  SQLite::bind(statement, key.program, key.scenario, key.asked, std::to_string(key.seed), static_cast<int>(key.fault),
               key.number);
}

/// Of a run with lots or without.
std::string checksum_of_row(RunKey const& key, std::string_view result, std::string_view measures,
                            std::optional<std::string_view> lots) {
  RowChecksum checksum;
  checksum.add(key.program).add(key.scenario).add(key.asked).add(std::to_string(key.seed));
  checksum.add(static_cast<std::int64_t>(key.fault)).add(key.number).add(result).add(measures);
  checksum.add(static_cast<std::int64_t>(lots.has_value())).add(lots.value_or(""));
  return checksum.text();
}

/// Whether the row of this key is as it was written.
bool is_sound(SQLite::Statement& row, RunKey const& key) {
  std::optional<std::string_view> lots;
  if (!row.isColumnNull(kLotsAt)) lots = view_of(row.getColumn(kLotsAt));
  return checksum_of_row(key, view_of(row.getColumn(kResultAt)), view_of(row.getColumn(kMeasuresAt)), lots) ==
         row.getColumn(kChecksumAt).getString();
}

/// Whether there is such a row of this key. It is then the statement's.
bool has_sound_row(SQLite::Statement& select, RunKey const& key) {
  bind_key(select, key);
  return select.executeStep() && is_sound(select, key);
}

/// The key of a row; of one whose seed is no number, some other.
RunKey key_in(SQLite::Statement& row) {
  RunKey key{row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString()};
  std::string const seed = row.getColumn(3).getString();
  std::from_chars(seed.data(), seed.data() + seed.size(), key.seed);
  key.fault = static_cast<Fault>(row.getColumn(4).getInt());
  key.number = row.getColumn(5).getInt64();
  return key;
}

/// From the attached database `other`.
void copy_sound_rows(SQLite::Database& database) {
  SQLite::Statement row{database, "SELECT *, rowid FROM other.run"};
  SQLite::Statement copy{database, "INSERT OR REPLACE INTO run SELECT * FROM other.run WHERE rowid = ?"};
  SQLite::Transaction transaction{database};
  while (row.executeStep()) {
    if (!is_sound(row, key_in(row))) continue;
    copy.reset();
    copy.bind(1, row.getColumn(kChecksumAt + 1).getInt64());
    copy.exec();
  }
  transaction.commit();
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
    if (!has_tables(database)) make_tables(database);
    check_kind(database, kPartialApplication, path, kKind);
  }
  std::string path;
  SQLite::Database database;
};

PartialStore::PartialStore(std::string const& path) {
  check_is_file(path);
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
    SQLite::Statement select{state_->database, kOfKey};
    if (!has_sound_row(select, key) || (needed == KeepLots::yes && select.isColumnNull(kLotsAt))) return std::nullopt;
    ReplicationRun run;
    run.replication = replication_from(select.getColumn(kResultAt).getString());
    run.measures = measures_from(select.getColumn(kMeasuresAt).getString());
    return run;
  });
}

std::optional<LotBook> PartialStore::lots(RunKey const& key) {
  return with_file(state_->path, [&]() -> std::optional<LotBook> {
    SQLite::Statement select{state_->database, kOfKey};
    if (!has_sound_row(select, key) || select.isColumnNull(kLotsAt)) return std::nullopt;
    return LotBook::from_bytes(view_of(select.getColumn(kLotsAt)));
  });
}

void PartialStore::keep(RunKey const& key, ReplicationRun const& run, KeepLots kept) {
  std::string const result = text_of(run.replication), measures = text_of(run.measures);
  std::optional<std::string> lots;
  if (kept == KeepLots::yes) lots = run.lots.bytes();
  with_file(state_->path, [&] {
    SQLite::Transaction transaction{state_->database};
    SQLite::Statement insert{state_->database, "INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    bind_key(insert, key);
    insert.bind(kResultAt + 1, result);
    insert.bind(kMeasuresAt + 1, measures);
    if (lots) insert.bindNoCopy(kLotsAt + 1, lots->data(), static_cast<int>(lots->size()));
    insert.bind(kChecksumAt + 1, checksum_of_row(key, result, measures, lots));
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
    copy_sound_rows(state_->database);
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
  check_is_file(path);
  return with_file(path, [&] {
    SQLite::Database database{path, SQLite::OPEN_READONLY};
    Errand errand;
    if (has_tables(database)) {
      check_kind(database, kPartialApplication, path, kKind);
      SQLite::Statement select{database, "SELECT key, value FROM errand"};
      while (select.executeStep()) errand[select.getColumn(0).getString()] = select.getColumn(1).getString();
    }
    if (errand.empty()) throw Unreadable{"holds no errand (stopped before it began); run its share again"};
    return errand;
  });
}

}  // namespace shudao::experiment

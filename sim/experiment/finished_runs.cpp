#include "sim/experiment/finished_runs.h"

#include "sim/experiment/codec.h"
#include "sim/experiment/database.h"
#include "sim/experiment/lives.h"

namespace shudao::experiment {

struct FinishedRuns::State {
  explicit State(std::string const& path) : database{path, SQLite::OPEN_READONLY} {
    check_kind(database, kFinishedApplication, path, "a results store");
    SQLite::Statement select{database, "SELECT value FROM run_info WHERE key = 'program'"};
    if (select.executeStep()) program = select.getColumn(0).getString();
  }

  /// The side that this key was run as; empty if none was.
  std::string role_of(RunKey const& key) {
    if (key.program != program) return {};
    SQLite::Statement select{
        database,
        "SELECT s.role FROM scenario s JOIN replication r USING (role) WHERE s.fingerprint = ? AND "
        "s.asked = ? AND s.seed = ? AND r.fault = ? AND r.number = ? ORDER BY s.role LIMIT 1"};
    SQLite::bind(select, key.scenario, key.asked, std::to_string(key.seed), static_cast<int>(key.fault), key.number);
    return select.executeStep() ? select.getColumn(0).getString() : std::string{};
  }

  bool has_lots(std::string const& role, std::int64_t number) {
    SQLite::Statement select{database, "SELECT 1 FROM lot_book WHERE role = ? AND number = ?"};
    SQLite::bind(select, role, number);
    return select.executeStep();
  }

  SQLite::Database database;
  std::string program;
};

FinishedRuns::FinishedRuns(std::string const& path) {
  if (!std::filesystem::exists(path)) return;
  try {
    with_file(path, [&] { state_ = std::make_unique<State>(path); });
  } catch (FileError const&) {  // Whoever writes over it says so.
  }
}
FinishedRuns::~FinishedRuns() = default;

std::optional<ReplicationRun> FinishedRuns::find(RunKey const& key, KeepLots needed) {
  if (!state_) return std::nullopt;
  std::string const role = state_->role_of(key);
  if (role.empty() || (needed == KeepLots::yes && !state_->has_lots(role, key.number))) return std::nullopt;
  SQLite::Statement select{state_->database, "SELECT result, measures FROM replication WHERE role = ? AND number = ?"};
  SQLite::bind(select, role, key.number);
  if (!select.executeStep()) return std::nullopt;
  ReplicationRun run;
  run.replication.number = key.number;
  run.replication.result = result_from(select.getColumn(0).getString());
  run.measures = measures_from(select.getColumn(1).getString());
  run.replication.lives = lives_of(state_->database, role, key.number);
  return run;
}

std::optional<LotBook> FinishedRuns::lots(RunKey const& key) {
  if (!state_) return std::nullopt;
  std::string const role = state_->role_of(key);
  SQLite::Statement select{state_->database, "SELECT lots FROM lot_book WHERE role = ? AND number = ?"};
  SQLite::bind(select, role, key.number);
  if (!select.executeStep()) return std::nullopt;
  return LotBook::from_bytes(select.getColumn(0).getString());
}

}  // namespace shudao::experiment

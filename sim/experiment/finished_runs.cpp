#include "sim/experiment/finished_runs.h"

#include "sim/experiment/codec.h"
#include "sim/experiment/database.h"
#include "sim/experiment/lives.h"
#include "sim/experiment/row_checksum.h"

namespace shudao::experiment {
namespace {

std::string run_named(std::string const& role, RunKey const& key) {
  return "replication " + std::to_string(key.number) + " of " + role;
}

}  // namespace

struct FinishedRuns::State {
  explicit State(std::string const& file) : path{file}, database{file, SQLite::OPEN_READONLY} {
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

  std::optional<ReplicationRun> run_of(std::string const& role, RunKey const& key) {
    SQLite::Statement select{database,
                             "SELECT result, measures, checksum FROM replication WHERE role = ? AND number = ?"};
    SQLite::bind(select, role, key.number);
    if (!select.executeStep()) return std::nullopt;
    std::string const result = select.getColumn(0).getString(), measures = select.getColumn(1).getString();
    ReplicationRun run;
    run.replication.lives = lives_of(database, role, key.number);
    check_row(checksum_of(key, result, measures, run.replication.lives), select.getColumn(2).getString(),
              run_named(role, key));
    run.replication.number = key.number;
    run.replication.result = result_from(result);
    run.measures = measures_from(measures);
    return run;
  }

  std::optional<LotBook> lots_of(std::string const& role, RunKey const& key) {
    SQLite::Statement select{database, "SELECT lots, checksum FROM lot_book WHERE role = ? AND number = ?"};
    SQLite::bind(select, role, key.number);
    if (!select.executeStep()) return std::nullopt;
    std::string const lots = select.getColumn(0).getString();
    check_row(checksum_of_lots(key, lots), select.getColumn(1).getString(), "lot_book of " + run_named(role, key));
    return LotBook::from_bytes(lots);
  }

  std::string path;
  SQLite::Database database;
  std::string program;
};

FinishedRuns::FinishedRuns(std::string const& path) {
  if (!std::filesystem::exists(path)) return;
  check_is_file(path);
  with_file(path, [&] { state_ = std::make_unique<State>(path); });
}
FinishedRuns::~FinishedRuns() = default;

std::optional<ReplicationRun> FinishedRuns::find(RunKey const& key, KeepLots needed) {
  if (!state_) return std::nullopt;
  return with_file(state_->path, [&]() -> std::optional<ReplicationRun> {
    std::string const role = state_->role_of(key);
    if (role.empty() || (needed == KeepLots::yes && !state_->lots_of(role, key))) return std::nullopt;
    return state_->run_of(role, key);
  });
}

std::optional<LotBook> FinishedRuns::lots(RunKey const& key) {
  if (!state_) return std::nullopt;
  return with_file(state_->path, [&]() -> std::optional<LotBook> {
    std::string const role = state_->role_of(key);
    return role.empty() ? std::nullopt : state_->lots_of(role, key);
  });
}

}  // namespace shudao::experiment

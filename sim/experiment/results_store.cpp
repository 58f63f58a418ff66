#include "sim/experiment/results_store.h"

#include <unistd.h>

#include <array>

#include "scenarios/study.h"
#include "sim/experiment/codec.h"
#include "sim/experiment/figures/figures_store.h"
#include "sim/experiment/figures/observed_store.h"
#include "sim/experiment/figures/timelines_store.h"
#include "sim/experiment/preview.h"
#include "sim/experiment/program.h"
#include "sim/experiment/recipe/recipe.h"
#include "sim/experiment/row_checksum.h"
#include "sim/experiment/rows.h"
#include "sim/experiment/run_shelf.h"
#include "sim/experiment/schema.h"
#include "sim/experiment/study_rows.h"

namespace shudao::experiment {
namespace {

void write_life(SQLite::Database& database, std::string const& role, Life const& life) {
  insert(database, "ledger_sample", role, life.consignment, life.replication, life.teu, life.ready.ms(),
         checksum_of(life));
  for (std::size_t i = 0; i < life.entries.size(); ++i) {
    LifeEntry const& entry = life.entries[i];
    insert(database, "ledger_entry", role, life.consignment, life.replication, static_cast<std::int64_t>(i),
           scenarios::name_of(entry.component), entry.charged_to, entry.at, entry.from.ms(), entry.to.ms());
  }
}

void write_replication(SQLite::Database& database, std::string const& role, RunKey const& key,
                       ReplicationRun const& run) {
  ScenarioResult const& result = run.replication.result;
  std::string const results = text_of(result), measures = text_of(run.measures);
  insert(database, "replication", role, key.number, static_cast<int>(key.fault),
         static_cast<std::int64_t>(result.events), text(result.run_digest), text(result.ledger_digest), results,
         measures, checksum_of(key, results, measures, run.replication.lives));
  for (Life const& life : run.replication.lives) write_life(database, role, life);
}

void write_lots(SQLite::Database& database, std::string const& role, RunKey const& key, LotBook const& lots) {
  std::string const bytes = lots.bytes();
  SQLite::Statement statement{database, "INSERT INTO lot_book VALUES (?, ?, ?, ?)"};
  SQLite::bind(statement, role, key.number);
  statement.bindNoCopy(3, bytes.data(), static_cast<int>(bytes.size()));
  statement.bind(4, checksum_of_lots(key, bytes));
  statement.exec();
}

/// A scenario, its results and its runs.
void write_side(SQLite::Database& database, FinishedStudy const& study, std::size_t side,
                ScenarioResult const& result) {
  BatchSide const& one = study.batch->sides[side];
  insert(database, "scenario", one.role, static_cast<int>(side), result.scenario, result.title.zh, result.title.en,
         text(result.fingerprint), one.asked, std::to_string(result.seed), result.replications,
         static_cast<std::int64_t>(result.events), text(result.run_digest), text(result.ledger_digest),
         result.unfinished, one.scenario->document);
  write_result(database, one.role, result);
  for (auto const& [number, run] : study.runs->sides[side]) {
    RunKey const key = key_of(*study.batch, *study.options, study.runs->key.program, side, number);
    write_replication(database, one.role, key, run);
    if (study.batch->keep_lots == KeepLots::yes) write_lots(database, one.role, key, study.shelf->lots(key));
  }
}

void write_manifest(SQLite::Database& database, FinishedStudy const& study) {
  scenarios::Scenario const& base = *study.batch->sides.front().scenario;
  insert(database, "manifest", "fault", std::to_string(static_cast<int>(study.options->fault)));
  insert(database, "manifest", "preview", is_preview(base) ? "true" : "false");
  insert(database, "manifest", "program_version", program_version());
  insert(database, "manifest", "replications", std::to_string(study.batch->replications));
  insert(database, "manifest", "seed", std::to_string(study.batch->seed));
  insert(database, "manifest", "zone_offsets", base.zone.offsets_text(base.start, base.horizon() + base.cap));
}

void write_run_info(SQLite::Database& database, FinishedStudy const& study) {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  insert(database, "run_info", "executor", study.runs->team.is_parallel ? "parallel" : "sequential");
  insert(database, "run_info", "host", host.data());
  insert(database, "run_info", "program", study.runs->key.program);
  insert(database, "run_info", "replications_reused", std::to_string(study.runs->reused));
  insert(database, "run_info", "threads", std::to_string(study.runs->team.threads));
  insert(database, "run_info", "wall_s", std::to_string(study.wall_s));
}

void write_all(SQLite::Database& database, FinishedStudy const& study) {
  SQLite::Transaction transaction{database};
  mark_kind(database, kFinishedApplication);
  database.exec(kSchema);
  database.exec(kFigureSchema);
  database.exec(kTimelineSchema);
  database.exec(kObservedSchema);
  write_recipe(database, *study.options, study.options->store);
  write_observed(database, study.options->observed);
  write_manifest(database, study);
  write_run_info(database, study);
  write_side(database, study, 0, study.comparison->base);
  for (std::size_t side = 1; side < study.batch->sides.size(); ++side) {
    Alternative const& alternative = study.comparison->alternatives.at(side - 1);
    write_side(database, study, side, alternative.result);
    write_differences(database, study.batch->sides[side].role, alternative);
  }
  if (study.study != nullptr) {
    auto const& asked = study.options->inputs.asked;
    write_study(database, *study.study, asked.empty() ? study.study->study->file : asked.front());
  }
  std::string const results = text_of(*study.comparison);
  insert(database, "results", 1, results, checksum_of_results(results));
  transaction.commit();
}

}  // namespace

std::string role_of(std::size_t side) {
  if (side == 0) return "base";
  return side == 1 ? "alternative" : "alternative-" + std::to_string(side);
}

void write_store(std::string const& path, FinishedStudy const& study) {
  std::string const beside = path + ".finishing";
  remove_with_sides(beside);
  with_file(beside, [&] {
    SQLite::Database database{beside, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    write_all(database, study);
  });
  std::error_code failure;
  std::filesystem::rename(beside, path, failure);
  if (failure) throw FileError{path + ": " + failure.message()};
  for (char const* side : {"-journal", "-wal", "-shm"}) std::filesystem::remove(path + side, failure);
}

}  // namespace shudao::experiment

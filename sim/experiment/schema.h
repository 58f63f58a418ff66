#pragma once

namespace shudao::experiment {

/// The tables of a finished store, explained in docs/reference/results-store.md.
inline constexpr char kSchema[] = R"sql(
CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE run_info (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE scenario (role TEXT PRIMARY KEY, place INTEGER, id TEXT, title_zh TEXT, title_en TEXT, fingerprint TEXT,
  asked TEXT, seed TEXT, replications INTEGER, events INTEGER, run_digest TEXT, ledger_digest TEXT, unfinished INTEGER, document TEXT)
  WITHOUT ROWID;
CREATE TABLE law (role TEXT, law TEXT, holds INTEGER, PRIMARY KEY (role, law)) WITHOUT ROWID;
CREATE TABLE law_breach (role TEXT, law TEXT, number INTEGER, breach TEXT, PRIMARY KEY (role, law, number))
  WITHOUT ROWID;
CREATE TABLE note (role TEXT, number INTEGER, note TEXT, PRIMARY KEY (role, number)) WITHOUT ROWID;
CREATE TABLE guard_rail (role TEXT, number INTEGER, kind TEXT, weight TEXT, where_id TEXT, value REAL, limit_value REAL,
  unit TEXT, sentence_zh TEXT, sentence_en TEXT, remedy_zh TEXT, remedy_en TEXT, PRIMARY KEY (role, number))
  WITHOUT ROWID;
CREATE TABLE replication (role TEXT, number INTEGER, fault INTEGER, events INTEGER, run_digest TEXT, ledger_digest TEXT,
  result TEXT, measures TEXT, checksum TEXT, PRIMARY KEY (role, number)) WITHOUT ROWID;
CREATE TABLE lot_book (role TEXT, number INTEGER, lots BLOB, checksum TEXT, PRIMARY KEY (role, number)) WITHOUT ROWID;
CREATE TABLE corridor (role TEXT, corridor TEXT, from_place TEXT, to_place TEXT, consignments INTEGER,
  min_cut_teu_per_year REAL, cut_zh TEXT, cut_en TEXT, PRIMARY KEY (role, corridor)) WITHOUT ROWID;
CREATE TABLE corridor_measure (role TEXT, corridor TEXT, measure TEXT, value REAL, ci_low REAL, ci_high REAL, n INTEGER,
  PRIMARY KEY (role, corridor, measure)) WITHOUT ROWID;
CREATE TABLE component_measure (role TEXT, corridor TEXT, component TEXT, charged_to TEXT, value REAL, ci_low REAL,
  ci_high REAL, n INTEGER, PRIMARY KEY (role, corridor, component, charged_to)) WITHOUT ROWID;
CREATE TABLE place_measure (role TEXT, place TEXT, measure TEXT, value REAL, ci_low REAL, ci_high REAL, n INTEGER,
  PRIMARY KEY (role, place, measure)) WITHOUT ROWID;
CREATE TABLE resource_measure (role TEXT, resource TEXT, measure TEXT, value REAL, ci_low REAL, ci_high REAL, n INTEGER,
  PRIMARY KEY (role, resource, measure)) WITHOUT ROWID;
CREATE TABLE service_measure (role TEXT, service TEXT, measure TEXT, value REAL, ci_low REAL, ci_high REAL, n INTEGER,
  PRIMARY KEY (role, service, measure)) WITHOUT ROWID;
CREATE TABLE route_measure (role TEXT, flow TEXT, route TEXT, measure TEXT, value REAL, ci_low REAL, ci_high REAL,
  n INTEGER, PRIMARY KEY (role, flow, route, measure)) WITHOUT ROWID;
CREATE TABLE comparison (role TEXT, corridor TEXT, is_exactly_equal INTEGER, pairs INTEGER, base_only INTEGER,
  alternative_only INTEGER, base_mean_h REAL, alternative_mean_h REAL, correlation REAL, sentence_zh TEXT,
  sentence_en TEXT, PRIMARY KEY (role, corridor)) WITHOUT ROWID;
CREATE TABLE comparison_measure (role TEXT, corridor TEXT, measure TEXT, value REAL, ci_low REAL, ci_high REAL,
  n INTEGER, PRIMARY KEY (role, corridor, measure)) WITHOUT ROWID;
CREATE TABLE refusal (role TEXT, number INTEGER, reason TEXT, PRIMARY KEY (role, number)) WITHOUT ROWID;
CREATE TABLE ledger_sample (role TEXT, consignment TEXT, replication INTEGER, teu INTEGER, ready_ms INTEGER,
  checksum TEXT,  PRIMARY KEY (role, consignment, replication)) WITHOUT ROWID;
CREATE TABLE ledger_entry (role TEXT, consignment TEXT, replication INTEGER, number INTEGER, component TEXT,
  charged_to TEXT, at TEXT, from_ms INTEGER, to_ms INTEGER, PRIMARY KEY (role, consignment, replication, number))
  WITHOUT ROWID;
CREATE TABLE study (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE study_world (role TEXT PRIMARY KEY, title_zh TEXT, title_en TEXT, plans TEXT, is_as_base INTEGER)
  WITHOUT ROWID;
CREATE TABLE study_measure (measure TEXT PRIMARY KEY, place INTEGER, title_zh TEXT, title_en TEXT, why_zh TEXT,
  why_en TEXT, unit TEXT) WITHOUT ROWID;
CREATE TABLE study_comparison (role TEXT, measure TEXT, base REAL, base_low REAL, base_high REAL, base_n INTEGER,
  value REAL, value_low REAL, value_high REAL, value_n INTEGER, difference REAL, ci_low REAL, ci_high REAL, n INTEGER,
  p REAL, adjusted_p REAL, verdict TEXT, expected TEXT, as_expected INTEGER, sentence_zh TEXT, sentence_en TEXT,
  PRIMARY KEY (role, measure)) WITHOUT ROWID;
CREATE TABLE results (id INTEGER PRIMARY KEY CHECK (id = 1), document TEXT, checksum TEXT);
)sql";

}  // namespace shudao::experiment

#pragma once
// Private to the folder: rows into a finished store; included by .cpp files of the store only.
#include "sim/experiment/database.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// One row.
template<class... Values>
void insert(SQLite::Database& database, std::string const& table, Values const&... values) {
  std::string marks;
  for (std::size_t i = 0; i < sizeof...(values); ++i) marks += i == 0 ? "?" : ", ?";
  SQLite::Statement statement{database, "INSERT INTO " + table + " VALUES (" + marks + ")"};
  int place = 0;
  (statement.bind(++place, values), ...);
  statement.exec();
}

/// Four columns of one measure: value, ci_low, ci_high, n, after the columns that say whose it is.
template<class... Keys>
void insert_measure(SQLite::Database& database, std::string const& table, Measure const& measure, Keys const&... keys) {
  std::string marks;
  for (std::size_t i = 0; i < sizeof...(keys); ++i) marks += "?, ";
  SQLite::Statement statement{database, "INSERT INTO " + table + " VALUES (" + marks + "?, ?, ?, ?)"};
  int place = 0;
  (statement.bind(++place, keys), ...);
  statement.bind(place + 1, measure.value);
  if (measure.ci95) {
    statement.bind(place + 2, (*measure.ci95)[0]);
    statement.bind(place + 3, (*measure.ci95)[1]);
  }
  statement.bind(place + 4, measure.n);
  statement.exec();
}

/// The results of one side, its causes, laws, notes and corridors, places and services.
void write_result(SQLite::Database&, std::string const& role, ScenarioResult const&);
/// How an alternative differs from the base.
void write_differences(SQLite::Database&, std::string const& role, Alternative const&);

}  // namespace shudao::experiment

#include "sim/experiment/kept_study.h"

#include <map>

#include "sim/experiment/open_store.h"

namespace shudao::experiment {
namespace {

using Statement = SQLite::Statement;

scenarios::Text text_at(Statement& row, int zh) {
  return {row.getColumn(zh).getString(), row.getColumn(zh + 1).getString()};
}

/// Four columns: value, ends of the interval, n.
Measure measure_at(Statement& row, int first) {
  Measure measure;
  measure.value = row.getColumn(first).getDouble();
  if (!row.isColumnNull(first + 1))
    measure.ci95 = std::array{row.getColumn(first + 1).getDouble(), row.getColumn(first + 2).getDouble()};
  measure.n = row.getColumn(first + 3).getInt64();
  return measure;
}

std::map<std::string, std::string> words_of(SQLite::Database& database) {
  std::map<std::string, std::string> words;
  for (Statement row{database, "SELECT key, value FROM study"}; row.executeStep();)
    words[row.getColumn(0).getString()] = row.getColumn(1).getString();
  return words;
}

void read_worlds(SQLite::Database& database, KeptStudy& study) {
  Statement row{database,
                "SELECT w.role, w.title_zh, w.title_en, w.is_as_base FROM study_world w JOIN scenario s USING (role) "
                "ORDER BY s.place"};
  while (row.executeStep())
    study.worlds.push_back({row.getColumn(0).getString(), text_at(row, 1), row.getColumn(3).getInt() != 0});
}

void read_measures(SQLite::Database& database, KeptStudy& study) {
  Statement row{database, "SELECT measure, title_zh, title_en, why_zh, why_en, unit FROM study_measure ORDER BY place"};
  while (row.executeStep())
    study.measures.push_back(
        {row.getColumn(0).getString(), text_at(row, 1), text_at(row, 3), row.getColumn(5).getString()});
}

void read_found(SQLite::Database& database, KeptStudy& study) {
  Statement row{database,
                "SELECT c.role, c.measure, base, base_low, base_high, base_n, value, value_low, value_high, value_n, "
                "difference, ci_low, ci_high, n, verdict, expected, as_expected, sentence_zh, sentence_en FROM "
                "study_comparison c JOIN study_measure m USING (measure) JOIN scenario s ON s.role = c.role ORDER BY "
                "m.place, s.place"};
  while (row.executeStep()) {
    KeptStudy::Found found{row.getColumn(0).getString(),
                           row.getColumn(1).getString(),
                           measure_at(row, 2),
                           measure_at(row, 6),
                           measure_at(row, 10),
                           row.getColumn(14).getString(),
                           row.getColumn(15).getString(),
                           {},
                           text_at(row, 17)};
    if (!row.isColumnNull(16)) found.as_expected = row.getColumn(16).getInt() != 0;
    study.found.push_back(std::move(found));
  }
}

scenarios::Observed observed_at(Statement& row) {
  scenarios::Observed one;
  one.id = row.getColumn(0).getString();
  one.name = text_at(row, 1);
  one.measure = row.getColumn(3).getString();
  one.selector = row.getColumn(4).getString();
  one.corridor = row.getColumn(5).getString();
  one.world = row.getColumn(6).getString();
  one.value = row.getColumn(7).getDouble();
  one.low = row.getColumn(8).getDouble();
  one.high = row.getColumn(9).getDouble();
  one.unit = row.getColumn(10).getString();
  one.year = row.getColumn(11).getInt();
  one.source.id = row.getColumn(12).getString();
  one.source.title = row.getColumn(13).getString();
  one.source.url = row.getColumn(14).getString();
  std::string const grade = row.getColumn(15).getString();
  one.source.grade = grade.empty() ? ' ' : grade.front();
  one.source.year = one.year;
  one.is_held_out = row.getColumn(16).getInt() != 0;
  return one;
}

}  // namespace

std::optional<KeptStudy> read_kept_study(std::string const& store) {
  return with_store(store, [](SQLite::Database& database) -> std::optional<KeptStudy> {
    auto const words = words_of(database);
    auto const word = [&](char const* key) { return words.count(key) > 0 ? words.at(key) : std::string{}; };
    if (words.empty()) return {};
    KeptStudy study;
    study.title = {word("title_zh"), word("title_en")};
    study.question = {word("question_zh"), word("question_en")};
    read_worlds(database, study);
    read_measures(database, study);
    read_found(database, study);
    return study;
  });
}

std::vector<scenarios::Observed> read_kept_observed(std::string const& store) {
  return with_store(store, [](SQLite::Database& database) {
    Statement row{database,
                  "SELECT row, title_zh, title_en, measure, selector, corridor, world, value, low, high, unit, year, "
                  "source, source_title, source_url, grade, is_held_out FROM observed ORDER BY row"};
    std::vector<scenarios::Observed> all;
    while (row.executeStep()) all.push_back(observed_at(row));
    return all;
  });
}

}  // namespace shudao::experiment

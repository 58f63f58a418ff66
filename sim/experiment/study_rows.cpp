#include "sim/experiment/study_rows.h"

#include "sim/experiment/rows.h"
#include "sim/experiment/studying.h"

namespace shudao::experiment {
namespace {

std::string joined(std::vector<std::string> const& words) {
  std::string all;
  for (std::string const& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

void write_words(SQLite::Database& database, scenarios::Study const& study, StudyAnswer const& answer) {
  insert(database, "study", "id", study.id);
  insert(database, "study", "title_zh", study.title.zh);
  insert(database, "study", "title_en", study.title.en);
  insert(database, "study", "question_zh", study.question.zh);
  insert(database, "study", "question_en", study.question.en);
  insert(database, "study", "plans", joined(study.plans));
  insert(database, "study", "kept_flows", joined(study.kept_flows));
  insert(database, "study", "flows_left_out", std::to_string(study.flows_left_out));
  insert(database, "study", "compared", std::to_string(answer.compared));
  insert(database, "study", "study_digest", text(answer.study_digest));
  for (std::size_t i = 0; i < answer.notes.size(); ++i)
    insert(database, "study", "note " + std::to_string(i), answer.notes[i]);
}

/// One measure goes into four columns from `place` on.
void bind_measure(SQLite::Statement& statement, int place, Measure const& measure) {
  statement.bind(place, measure.value);
  if (measure.ci95) {
    statement.bind(place + 1, (*measure.ci95)[0]);
    statement.bind(place + 2, (*measure.ci95)[1]);
  }
  statement.bind(place + 3, measure.n);
}

void write_comparison(SQLite::Database& database, std::string const& role, StudyComparison const& c) {
  SQLite::Statement statement{database,
                              "INSERT INTO study_comparison VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                              "?, ?, ?, ?)"};
  statement.bind(1, role);
  statement.bind(2, c.measure);
  bind_measure(statement, 3, c.test.base);
  bind_measure(statement, 7, c.test.alternative);
  bind_measure(statement, 11, c.test.difference);
  statement.bind(15, c.test.p);
  statement.bind(16, c.adjusted_p);
  statement.bind(17, name_of(c.finding));
  statement.bind(18, scenarios::name_of(c.expected));
  if (c.as_expected) statement.bind(19, static_cast<int>(*c.as_expected));
  statement.bind(20, c.sentence.zh);
  statement.bind(21, c.sentence.en);
  statement.exec();
}

std::string unit_of(scenarios::StudyMeasure const& measure) {
  for (auto const& selector : measure.selectors)
    if (selector) return scenarios::units_of(scenarios::dimension_of(*selector)).front();
  return {};
}

}  // namespace

void write_study(SQLite::Database& database, AnsweredStudy const& answered, std::string const& file) {
  scenarios::Study const& study = *answered.study;
  write_words(database, study, *answered.answer);
  insert(database, "study", "file", file);
  for (std::size_t i = 0; i < study.measures.size(); ++i) {
    scenarios::StudyMeasure const& measure = study.measures[i];
    insert(database, "study_measure", measure.id, static_cast<int>(i), measure.title.zh, measure.title.en,
           measure.why.zh, measure.why.en, unit_of(measure));
  }
  for (std::size_t i = 0; i < study.worlds.size(); ++i) {
    scenarios::StudyWorld const& world = study.worlds[i];
    WorldAnswer const& answer = answered.answer->worlds.at(i);
    insert(database, "study_world", world.id, world.title.zh, world.title.en, joined(world.plans),
           static_cast<int>(answer.is_as_base));
    for (StudyComparison const& comparison : answer.comparisons) write_comparison(database, world.id, comparison);
  }
}

}  // namespace shudao::experiment

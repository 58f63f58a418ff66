#include "sim/experiment/figures/observed_store.h"

#include "sim/experiment/figures/table_rows.h"

namespace shudao::experiment {

char const* const kObservedSchema = R"sql(
CREATE TABLE observed (row TEXT PRIMARY KEY, title_zh TEXT, title_en TEXT, measure TEXT, selector TEXT, corridor TEXT,
  world TEXT, value REAL, low REAL, high REAL, unit TEXT, year INTEGER, source TEXT, source_title TEXT, source_url TEXT,
  grade TEXT, is_held_out INTEGER) WITHOUT ROWID;
)sql";

void write_observed(SQLite::Database& database, std::vector<scenarios::Observed> const& figures) {
  TableRows rows{database, "observed", 17};
  for (scenarios::Observed const& figure : figures) {
    rows.add(figure.id, figure.name.zh, figure.name.en, figure.measure, figure.selector, figure.corridor, figure.world,
             figure.value, figure.low, figure.high, figure.unit, figure.year, figure.source.id, figure.source.title,
             figure.source.url, std::string(1, figure.source.grade), static_cast<int>(figure.is_held_out));
  }
}

}  // namespace shudao::experiment

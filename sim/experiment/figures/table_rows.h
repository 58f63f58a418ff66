#pragma once
// Private to the store: rows of one of its tables, put in by one statement. Included by its .cpp files only.
#include <string>

#include "sim/experiment/database.h"
#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

class TableRows {
 public:
  TableRows(SQLite::Database& database, std::string const& table, int columns)
      : statement_{database, "INSERT INTO " + table + " VALUES (?" + repeated(columns - 1) + ")"} {}

  template<class... Values>
  void add(Values const&... values) {
    int place = 0;
    (statement_.bind(++place, values), ...);
    finish();
  }
  /// Keys, then value, ci_low, ci_high and n.
  template<class... Keys>
  void add_measure(Measure const& measure, Keys const&... keys) {
    int place = 0;
    (statement_.bind(++place, keys), ...);
    statement_.bind(place + 1, measure.value);
    if (measure.ci95) {
      statement_.bind(place + 2, (*measure.ci95)[0]);
      statement_.bind(place + 3, (*measure.ci95)[1]);
    }
    statement_.bind(place + 4, measure.n);
    finish();
  }

 private:
  void finish() {
    statement_.exec();
    statement_.reset();
    statement_.clearBindings();
  }
  static std::string repeated(int times) {
    std::string marks;
    for (int i = 0; i < times; ++i) marks += ", ?";
    return marks;
  }
  SQLite::Statement statement_;
};

}  // namespace shudao::experiment

#pragma once
#include <string>
#include <variant>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/experiment/statistics/measure.h"
#include "viz/words/messages.h"

namespace shudao::viz::report {

using scenarios::Text;

/// What one column of a table holds: the numbers are in `unit`, people read them divided by `per` in `shown`.
struct Column {
  std::string key;
  Text name;
  std::string unit{};  ///< "h", "TEU/a", "CNY/TEU", "kg/TEU", "share", "1" …; empty: words.
  Text shown{};
  double per = 1;
  double per_en = 0;       ///< Where English divides by another number (万TEU, k TEU); 0: by the same.
  bool is_signed = false;  ///< A difference: it is told with its sign.
  bool is_alone = false;   ///< Its unit is chosen without regard to the other columns.
  [[nodiscard]] double divisor(Language) const;
};

/// Nothing, a number, an estimate with its interval, or words.
using Cell = std::variant<std::monostate, double, experiment::Measure, Text>;

/// A figure or a table as numbers: all that is known without drawing it. docs/guides/report.md.
struct FigureData {
  std::string id;
  std::string kind;  ///< Which definition of viz/figures draws it; "table": none does.
  Text title, caption;
  Text note{};  ///< Under the figure: replications, interval, scenario. finish() writes it.
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> scenarios{}, sources{};       ///< Ids.
  std::vector<std::string> fingerprints{};               ///< Of the scenarios, in their order.
  std::vector<std::pair<std::string, double>> grades{};  ///< Share of the inputs behind it by grade; "": no grade.
  std::int64_t replications = 0;
  std::int64_t observations = 0;  ///< Consignments behind it, over all replications; 0: not of consignments.
  int digits = 3;                 ///< Significant digits that labels quote; kDoubtful where an input is of grade D.
};

/// Where an input behind a number is of grade D (assumed), its third digit is not quoted; docs/guides/report.md.
inline constexpr int kDoubtful = 2;
/// Fewer consignments than this are flagged.
inline constexpr std::int64_t kFewObservations = 30;

/// Both languages of a text of the catalogue.
Text words(Key);

Column word_column(std::string key, Key name);
Column days_column(std::string key, Text name);  ///< Of hours.
Column hours_column(std::string key, Text name);
Column teu_column(std::string key, Text name);  ///< TEU a year.
Column cost_column(std::string key, Text name);
Column co2e_column(std::string key, Text name);
Column share_column(std::string key, Text name);
Column number_column(std::string key, Text name, std::string unit, Text shown);
Column difference_of(Column);

/// The number as people read it in this column; "–" where there is none. Zh for Language::both.
std::string shown_text(Cell const&, Column const&, Language);

/// As it is drawn where it stands by itself: the note names the fingerprints of the scenarios, too, by their first
/// kFingerprintDigits.
FigureData standing_alone(FigureData);
inline constexpr std::size_t kFingerprintDigits = 12;

/// Chooses the units people read: days from 72 h on, 万TEU and k TEU from ten thousand on. Columns of one quantity get
/// one unit; the data stay as they are.
void suit_units(FigureData&);

/// {schema_version, id, kind, title, caption, note, replications, observations, digits, scenarios, fingerprints,
/// sources, grades, columns, rows}.
std::string json_text(FigureData const&);
/// Comma-separated for spreadsheets: UTF-8 with a byte order mark, CRLF, units in the head, words in both languages,
/// estimates with their interval in three columns (flat_table.h). No cell is taken for a formula. `has_mark`: begin
/// with the byte order mark that spreadsheets need and scripts do not.
std::string csv_text(FigureData const&, bool has_mark = true);

}  // namespace shudao::viz::report

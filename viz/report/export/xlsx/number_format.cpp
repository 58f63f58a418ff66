#include "viz/report/export/xlsx/number_format.h"

#include <algorithm>

#include "viz/report/export/plain_text.h"
#include "viz/words/number_text.h"

namespace shudao::viz::report {

std::string unit_words(Column const& column, Language language) {
  if (column.unit == "h") return said_in(words(Key::unit_hours), language);
  if (column.unit == "TEU/a") return said_in(words(Key::unit_teu_per_year), language);
  return said_in(column.shown, language);
}

std::string number_format(Cell const& cell, Column const& column) {
  constexpr double kPerCent = 0.01;
  auto const* estimate = std::get_if<experiment::Measure>(&cell);
  auto const* number = std::get_if<double>(&cell);
  if (column.unit == "1") return "0";
  bool const is_share = column.unit == "share";
  experiment::Measure const measure =
      estimate != nullptr ? *estimate : experiment::Measure{number == nullptr ? 0 : *number, {}, 1};
  int const decimals = std::max(0, decimals_of(measure, is_share ? kPerCent : 1));
  std::string format = is_share ? "0" : "#,##0";
  if (decimals > 0) format += "." + std::string(static_cast<std::size_t>(decimals), '0');
  if (is_share) format += "%";
  return column.is_signed ? "+" + format + ";-" + format + ";0" : format;
}

}  // namespace shudao::viz::report

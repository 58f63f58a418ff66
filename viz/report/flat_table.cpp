#include "viz/report/flat_table.h"

#include <algorithm>
#include <cmath>

namespace shudao::viz::report {
namespace {

template<class Kind>
bool holds_any(FigureData const& data, std::size_t column) {
  return std::any_of(data.rows.begin(), data.rows.end(),
                     [&](auto const& row) { return std::holds_alternative<Kind>(row[column]); });
}

FlatCell finite(double value) { return std::isfinite(value) ? FlatCell{value} : FlatCell{}; }

FlatCell flat_cell(Cell const& cell, Field::Part part) {
  if (auto const* measure = std::get_if<experiment::Measure>(&cell)) {
    if (part != Field::Part::value)
      return measure->ci95 ? finite((*measure->ci95)[part == Field::Part::low ? 0 : 1]) : FlatCell{};
    return measure->n == 0 && !measure->ci95 ? FlatCell{} : finite(measure->value);
  }
  if (part != Field::Part::value) return {};
  if (auto const* value = std::get_if<double>(&cell)) return finite(*value);
  if (auto const* said = std::get_if<Text>(&cell)) return *said;
  return {};
}

}  // namespace

std::string printable(std::string text) {
  constexpr unsigned char kSpace = 0x20, kDelete = 0x7F;
  for (char& c : text)
    if (static_cast<unsigned char>(c) < kSpace || static_cast<unsigned char>(c) == kDelete) c = ' ';
  return text;
}

std::string both(Text const& said, char const* between) {
  if (said.zh == said.en || said.en.empty()) return said.zh;
  return said.zh.empty() ? said.en : said.zh + between + said.en;
}

std::string head_text(Field const& field) {
  std::string head = field.key;
  if (!field.unit.empty()) head += " [" + field.unit + "]";
  std::string const name = both(field.name);
  return name.empty() ? head : head + " " + name;
}

FlatTable flat_table(FigureData const& data) {
  FlatTable table;
  for (std::size_t i = 0; i < data.columns.size(); ++i) {
    Column const& column = data.columns[i];
    Field field{column.key, column.name, column.unit, i, Field::Part::value, false};
    field.has_words = !column.unit.empty() && holds_any<Text>(data, i);
    table.fields.push_back(field);
    if (!holds_any<experiment::Measure>(data, i)) continue;
    table.fields.push_back({column.key + "_ci_low", {}, column.unit, i, Field::Part::low, false});
    table.fields.push_back({column.key + "_ci_high", {}, column.unit, i, Field::Part::high, false});
  }
  for (auto const& row : data.rows) {
    std::vector<FlatCell> cells;
    for (Field const& field : table.fields) cells.push_back(flat_cell(row[field.column], field.part));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace shudao::viz::report

#include <fmt/core.h>

#include "viz/report/figure_data.h"

namespace shudao::viz::report {
namespace {

/// A cell between quotes; what a spreadsheet would run as a formula gets an apostrophe before it.
std::string quoted(std::string text) {
  constexpr char kFormula[] = "=+-@\t\r";
  if (!text.empty() && std::string{kFormula}.find(text.front()) != std::string::npos) text.insert(0, 1, '\'');
  std::string all = "\"";
  for (char const c : text) all += c == '"' ? "\"\"" : std::string(1, c);
  return all + '"';
}

std::string both(Text const& said) {
  return said.zh == said.en || said.en.empty() ? said.zh : said.zh.empty() ? said.en : said.zh + " / " + said.en;
}

bool has_intervals(FigureData const& data, std::size_t column) {
  for (auto const& row : data.rows)
    if (std::holds_alternative<experiment::Measure>(row[column])) return true;
  return false;
}

std::string number(double value) { return fmt::format("{}", value); }

std::string head_of(Column const& column, char const* part) {
  std::string const unit = column.unit.empty() ? "" : " [" + column.unit + "]";
  return quoted(column.key + part + unit + (*part == '\0' ? " " + both(column.name) : ""));
}

void add_cell(std::string& line, Cell const& cell, bool is_estimate) {
  auto const* measure = std::get_if<experiment::Measure>(&cell);
  if (auto const* said = std::get_if<Text>(&cell)) line += quoted(both(*said));
  if (auto const* value = std::get_if<double>(&cell)) line += number(*value);
  if (measure != nullptr) line += number(measure->value);
  line += ',';
  if (!is_estimate) return;
  bool const has_ends = measure != nullptr && measure->ci95.has_value();
  line += (has_ends ? number((*measure->ci95)[0]) : "") + "," + (has_ends ? number((*measure->ci95)[1]) : "") + ",";
}

}  // namespace

std::string csv_text(FigureData const& data) {
  std::string all = "\xEF\xBB\xBF", line;
  std::vector<bool> is_estimate;
  auto const end_line = [&] {
    line.pop_back();
    all += line + "\r\n";
    line.clear();
  };
  for (std::size_t i = 0; i < data.columns.size(); ++i) {
    is_estimate.push_back(has_intervals(data, i));
    line += head_of(data.columns[i], "") + ",";
    if (is_estimate[i]) line += head_of(data.columns[i], "_ci_low") + "," + head_of(data.columns[i], "_ci_high") + ",";
  }
  end_line();
  for (auto const& row : data.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) add_cell(line, row[i], is_estimate[i]);
    end_line();
  }
  return all;
}

}  // namespace shudao::viz::report

#include <algorithm>
#include <set>

#include "viz/report/export/plain_text.h"
#include "viz/report/export/xlsx/chart_parts.h"

namespace shudao::viz::report {
namespace {

constexpr int kAround = 150, kRow = 25, kHighest = 1600;  // Pixels.

SheetChart bar_chart(FigureData const& data, ChartAxis axis, Language language) {
  SheetChart chart;
  chart.is_bars = true;
  chart.title = said_in(data.title, language);
  chart.x = std::move(axis);
  chart.height = std::min(kHighest, kAround + kRow * std::max(4, static_cast<int>(data.rows.size())));
  return chart;
}

std::string name_in(Cell const& cell, Language language) {
  auto const* said = std::get_if<Text>(&cell);
  return said == nullptr ? std::string{} : said_in(*said, language);
}

/// The first row last, for spreadsheets draw bars upwards.
std::vector<std::vector<Cell>> upwards(FigureData const& data) { return {data.rows.rbegin(), data.rows.rend()}; }

bool is_nought(ChartColumn const& column) {
  return std::all_of(column.cells.begin(), column.cells.end(), [](auto const& cell) {
    auto const* number = std::get_if<double>(&cell);
    return number == nullptr || *number == 0;
  });
}

/// The column of names, then a series for each of the others that has anything to show.
void add_bars(ChartSheet& sheet, SheetChart chart, std::vector<ChartColumn> columns,
              std::vector<std::uint32_t> const& colours) {
  sheet.columns.push_back(std::move(columns.front()));
  for (std::size_t i = 1; i < columns.size(); ++i) {
    if (is_nought(columns[i])) continue;
    std::uint32_t const colour = colours[(i - 1) % colours.size()];
    chart.series.push_back({0, sheet.columns.size(), ChartSeries::Look::bar, colour});
    sheet.columns.push_back(std::move(columns[i]));
  }
  if (!chart.series.empty()) sheet.charts.push_back(std::move(chart));
}

std::vector<ChartColumn> columns_for_parts(std::string const& name, Language language) {
  auto const head = [&](Key key) { return ChartColumn{said_in(words(key), language), {}}; };
  return {{name, {}},
          head(Key::workbook_to_low),
          head(Key::workbook_low_to_value),
          head(Key::workbook_value_to_high),
          head(Key::workbook_value_to_high),
          head(Key::workbook_low_to_value)};
}

void add_parts(std::vector<ChartColumn>& columns, BarParts const& parts) {
  double const all[] = {parts.before, parts.low_positive, parts.high_positive, parts.high_negative, parts.low_negative};
  for (std::size_t i = 0; i < std::size(all); ++i) add(columns[i + 1], all[i]);
}

}  // namespace

BarParts parts_of_bar(double low, double value, double high) {
  BarParts parts;
  parts.before = low > 0 ? low : high < 0 ? high : 0;
  parts.low_positive = std::max(value, 0.0) - std::max(low, 0.0);
  parts.high_positive = std::max(high, 0.0) - std::max(value, 0.0);
  parts.high_negative = std::min(value, 0.0) - std::min(high, 0.0);
  parts.low_negative = std::min(low, 0.0) - std::min(value, 0.0);
  return parts;
}

ChartSheet bars_of(FigureData const& data, Language language) {
  Column const& column = data.columns[1];
  std::vector<ChartColumn> columns = columns_for_parts(said_in(data.columns[0].name, language), language);
  bool has_intervals = false;
  for (auto const& row : upwards(data)) {
    double const value = amount(row[1], column, language).value_or(0);
    auto const ends = interval(row[1], column, language);
    has_intervals = has_intervals || ends;
    columns[0].cells.emplace_back(name_in(row[0], language));
    add_parts(columns,
              ends ? parts_of_bar(std::max(0.0, ends->first), value, ends->second) : BarParts{value, 0, 0, 0, 0});
  }
  ChartSheet sheet;
  if (has_intervals)
    sheet.how = words(Key::workbook_interval_parts);
  else
    columns[1].head = axis_of(column, language).name;
  add_bars(sheet, bar_chart(data, axis_of(column, language), language), std::move(columns),
           {kBlue, kLight, kLighter, kLighter, kLight});
  return sheet;
}

ChartSheet stack_of(FigureData const& data, Language language) {
  std::vector<ChartColumn> columns;
  for (Column const& column : data.columns) columns.push_back({said_in(column.name, language), {}});
  for (auto const& row : upwards(data)) {
    columns[0].cells.emplace_back(name_in(row[0], language));
    for (std::size_t i = 1; i < row.size(); ++i) add(columns[i], amount(row[i], data.columns[i], language).value_or(0));
  }
  ChartSheet sheet;
  ChartAxis axis{said_in(data.columns.at(1).shown, language)};
  add_bars(sheet, bar_chart(data, axis, language), std::move(columns), {std::begin(kColours), std::end(kColours)});
  return sheet;
}

ChartSheet forest_of(FigureData const& data, Language language) {
  Column const& column = data.columns[column_of(data, "difference")];
  std::set<std::string> sides;
  for (auto const& row : data.rows) sides.insert(name_in(row[1], language));
  std::vector<ChartColumn> columns = columns_for_parts(said_in(data.columns[0].name, language), language);
  bool has_intervals = false;
  for (auto const& row : upwards(data)) {
    double const value = amount(row[2], column, language).value_or(0);
    auto const ends = interval(row[2], column, language);
    has_intervals = has_intervals || ends;
    std::string const name = name_in(row[0], language), side = name_in(row[1], language);
    columns[0].cells.emplace_back(sides.size() == 1 ? name : name + " – " + side);
    add_parts(columns, ends ? parts_of_bar(ends->first, value, ends->second) : BarParts{value, 0, 0, 0, 0});
  }
  ChartSheet sheet;
  if (has_intervals) sheet.how = words(Key::workbook_interval_parts);
  add_bars(sheet, bar_chart(data, axis_of(column, language), language), std::move(columns),
           {has_intervals ? kUnseen : kBlue, kLight, kBlue, kBlue, kLight});
  return sheet;
}

}  // namespace shudao::viz::report

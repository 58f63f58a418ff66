#include <cmath>
#include <map>

#include "viz/report/export/plain_text.h"
#include "viz/report/export/xlsx/chart_parts.h"

namespace shudao::viz::report {
namespace {

using Look = ChartSeries::Look;

constexpr int kHeight = 380;  // Pixels.

SheetChart line_chart(FigureData const& data, ChartAxis x, ChartAxis y, Language language) {
  SheetChart chart;
  chart.title = said_in(data.title, language);
  chart.x = std::move(x);
  chart.y = std::move(y);
  chart.y.least = 0;
  chart.height = kHeight;
  return chart;
}

/// Numbers of one column in the unit people read.
std::vector<std::optional<double>> numbers(FigureData const& data, char const* key, Language language) {
  std::size_t const at = column_of(data, key);
  std::vector<std::optional<double>> all;
  for (auto const& row : data.rows) all.push_back(amount(row[at], data.columns[at], language));
  return all;
}

ChartColumn column_from(std::string head, std::vector<std::optional<double>> const& values) {
  ChartColumn column{std::move(head), {}};
  for (auto const& value : values) add(column, value);
  return column;
}

std::string head_of(FigureData const& data, char const* key, Language language) {
  return axis_of(data.columns[column_of(data, key)], language).name;
}

/// The mean of the seven days around each; none at the ends.
std::vector<std::optional<double>> weekly(std::vector<std::optional<double>> const& days) {
  constexpr std::size_t kAside = 3, kWeek = 7;
  std::vector<std::optional<double>> means(days.size());
  for (std::size_t i = kAside; i + kAside < days.size(); ++i) {
    double sum = 0;
    for (std::size_t k = i - kAside; k <= i + kAside; ++k) sum += days[k].value_or(0);
    means[i] = sum / kWeek;
  }
  return means;
}

}  // namespace

ChartSheet distribution_of(FigureData const& data, Language language) {
  constexpr double kEnd = 0.995, kNear = 1e-9;
  std::size_t const time = column_of(data, "time"), share = column_of(data, "share");
  Column const &x = data.columns[time], &y = data.columns[share];
  ChartSheet sheet;
  SheetChart chart = line_chart(data, axis_of(x, language), axis_of(y, language), language);
  chart.y.most = 1;
  ChartColumn marks_x{axis_of(x, language).name, {}}, marks_y{"P50, P95", {}};
  std::map<std::string, std::size_t> places;
  for (auto const& row : data.rows) {
    auto const* said = std::get_if<Text>(&row[0]);
    std::string const side = said == nullptr ? std::string{} : said_in(*said, language);
    auto const [place, is_new] = places.emplace(side, sheet.columns.size());
    if (is_new) {
      std::uint32_t const colour = kColours[chart.series.size() % std::size(kColours)];
      chart.series.push_back({place->second, place->second + 1, Look::line, colour});
      sheet.columns.push_back({axis_of(x, language).name, {}});
      sheet.columns.push_back({side, {}});
    }
    auto const hours = amount(row[time], x, language), part = amount(row[share], y, language);
    if (!hours || !part || *part >= kEnd) continue;
    add(sheet.columns[place->second], hours);
    add(sheet.columns[place->second + 1], part);
    if (std::abs(*part - 0.5) > kNear && std::abs(*part - 0.95) > kNear) continue;
    add(marks_x, hours);
    add(marks_y, part);
  }
  chart.series.push_back({sheet.columns.size(), sheet.columns.size() + 1, Look::marks, kColours[10]});
  sheet.columns.push_back(std::move(marks_x));
  sheet.columns.push_back(std::move(marks_y));
  sheet.charts.push_back(std::move(chart));
  return sheet;
}

ChartSheet timeline_of(FigureData const& data, Language language) {
  auto const mean = numbers(data, "mean", language);
  ChartSheet sheet;
  sheet.how = words(Key::workbook_band_lines);
  sheet.columns = {column_from(head_of(data, "day", language), numbers(data, "day", language)),
                   column_from("P10", numbers(data, "p10", language)),
                   column_from("P90", numbers(data, "p90", language)),
                   column_from(said_in(data.columns[column_of(data, "mean")].name, language), mean),
                   column_from(said_in(words(Key::workbook_seven_days), language), weekly(mean))};
  SheetChart chart = line_chart(data, axis_of(data.columns[column_of(data, "day")], language),
                                axis_of(data.columns[column_of(data, "mean")], language), language);
  chart.x.least = 0;
  chart.x.most = static_cast<double>(data.rows.size() - 1);
  chart.series = {{0, 1, Look::thin_line, kLight},
                  {0, 2, Look::thin_line, kLight},
                  {0, 3, Look::thin_line, kBlue},
                  {0, 4, Look::line, kOrange}};
  sheet.charts.push_back(std::move(chart));
  return sheet;
}

ChartSheet trains_of(FigureData const& data, Language language) {
  std::size_t const vehicle = column_of(data, "vehicle"), time = column_of(data, "time"), km = column_of(data, "km");
  ChartSheet sheet;
  sheet.columns = {{head_of(data, "time", language), {}}, {head_of(data, "km", language), {}}};
  std::optional<double> last;
  for (auto const& row : data.rows) {
    auto const number = amount(row[vehicle], data.columns[vehicle], language);
    if (last && number != last)
      for (ChartColumn& column : sheet.columns) add(column, std::nullopt);
    last = number;
    add(sheet.columns[0], amount(row[time], data.columns[time], language));
    add(sheet.columns[1], amount(row[km], data.columns[km], language));
  }
  SheetChart chart =
      line_chart(data, axis_of(data.columns[time], language), axis_of(data.columns[km], language), language);
  chart.x.least = 0;
  chart.series = {{0, 1, Look::thin_line, kBlue}};
  sheet.charts.push_back(std::move(chart));
  return sheet;
}

}  // namespace shudao::viz::report

#include "viz/report/export/xlsx/chart.h"

#include <algorithm>
#include <cmath>

#include "sim/base/errors.h"
#include "viz/report/export/plain_text.h"
#include "viz/report/export/xlsx/chart_parts.h"

namespace shudao::viz::report {

std::optional<double> amount(Cell const& cell, Column const& column, Language language) {
  auto const* estimate = std::get_if<experiment::Measure>(&cell);
  auto const* number = std::get_if<double>(&cell);
  bool const is_there = number != nullptr || (estimate != nullptr && (estimate->n > 0 || estimate->ci95));
  if (!is_there) return std::nullopt;
  double const value = number != nullptr ? *number : estimate->value;
  return std::isfinite(value) ? std::optional{value / column.divisor(language)} : std::nullopt;
}

std::optional<std::pair<double, double>> interval(Cell const& cell, Column const& column, Language language) {
  auto const* estimate = std::get_if<experiment::Measure>(&cell);
  if (estimate == nullptr || !estimate->ci95) return std::nullopt;
  auto const [low, high] = *estimate->ci95;
  if (!std::isfinite(low) || !std::isfinite(high)) return std::nullopt;
  double const per = column.divisor(language);
  return std::pair{low / per, high / per};
}

ChartAxis axis_of(Column const& column, Language language) {
  bool const is_share = column.unit == "share";
  std::string const& name = said_in(column.name, language);
  std::string const unit = is_share ? "" : said_in(column.shown, language);
  if (unit.empty()) return {name, is_share};
  return {language == Language::en ? name + ", " + unit : name + "（" + unit + "）", is_share};
}

std::size_t column_of(FigureData const& data, char const* key) {
  auto const at =
      std::find_if(data.columns.begin(), data.columns.end(), [&](Column const& one) { return one.key == key; });
  ensure(at != data.columns.end(), "a figure has the columns of its kind");
  return static_cast<std::size_t>(at - data.columns.begin());
}

void add(ChartColumn& column, std::optional<double> number) {
  column.cells.emplace_back();
  if (number) column.cells.back() = *number;
}

ChartSheet week_of(FigureData const& data, Language language) {
  constexpr std::size_t kHours = 24;
  Column const& column = data.columns[column_of(data, "value")];
  ChartSheet sheet;
  sheet.is_heat = true;
  sheet.columns.push_back({axis_of(column, language).name, {}});
  for (std::size_t hour = 0; hour < kHours; ++hour) sheet.columns.push_back({std::to_string(hour), {}});
  for (std::size_t i = 0; i < data.rows.size(); ++i) {
    auto const* day = std::get_if<Text>(&data.rows[i][0]);
    if (i % kHours == 0) sheet.columns[0].cells.emplace_back(day == nullptr ? std::string{} : said_in(*day, language));
    add(sheet.columns[1 + i % kHours], amount(data.rows[i].back(), column, language));
  }
  return sheet;
}

ChartSheet charts_of(FigureData const& data, Language language) {
  constexpr std::pair<char const*, ChartSheet (*)(FigureData const&, Language)> kKinds[] = {
      {"bars", bars_of},         {"stack", stack_of},       {"forest", forest_of},     {"heat", week_of},
      {"ecdf", distribution_of}, {"tcd", time_distance_of}, {"timeline", timeline_of}, {"trains", trains_of}};
  for (auto const& [kind, charts] : kKinds)
    if (data.kind == kind && !data.rows.empty()) return charts(data, language);
  return {};
}

}  // namespace shudao::viz::report

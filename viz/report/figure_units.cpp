#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "sim/base/time.h"
#include "viz/report/figure_data.h"

namespace shudao::viz::report {
namespace {

constexpr double kLongestInHours = 72.0, kLargestPlain = 10'000.0;

double size_of(Cell const& cell) {
  if (auto const* number = std::get_if<double>(&cell)) return std::abs(*number);
  auto const* measure = std::get_if<experiment::Measure>(&cell);
  return measure == nullptr || measure->n == 0 ? 0 : std::abs(measure->value);
}

/// Columns that people compare with each other.
using Group = std::tuple<std::string, double, bool, bool>;

Group group_of(Column const& column) { return {column.unit, column.per, column.is_signed, column.is_alone}; }

std::map<Group, double> largest_of(FigureData const& data) {
  std::map<Group, double> largest;
  for (auto const& row : data.rows) {
    std::map<Group, double> sums;
    for (std::size_t i = 0; i < row.size(); ++i) {
      double& sum = sums[group_of(data.columns[i])];
      // The parts of a stack are read by their sum.
      sum = data.kind == "stack" ? sum + size_of(row[i]) : std::max(sum, size_of(row[i]));
    }
    for (auto const& [group, sum] : sums) largest[group] = std::max(largest[group], sum);
  }
  return largest;
}

void suit(Column& column, double largest) {
  if (column.unit == "h") {
    bool const is_days = largest >= kLongestInHours;
    column.per = is_days ? kHoursPerDay : 1;
    column.shown = words(is_days ? Key::unit_days : Key::unit_hours);
  }
  if (column.unit == "TEU/a" && largest >= kLargestPlain) {
    column.per = 10'000;
    column.per_en = 1'000;
    column.shown = words(Key::unit_many_teu_per_year);
  }
}

}  // namespace

void suit_units(FigureData& data) {
  auto const largest = largest_of(data);
  for (Column& column : data.columns)
    suit(column, largest.count(group_of(column)) > 0 ? largest.at(group_of(column)) : 0);
}

}  // namespace shudao::viz::report

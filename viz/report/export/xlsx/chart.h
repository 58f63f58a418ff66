#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "viz/report/figure_data.h"

namespace shudao::viz::report {

/// A column of numbers that charts are drawn from, in the units people read; empty cells break a line.
struct ChartColumn {
  std::string head;
  std::vector<std::variant<std::monostate, double, std::string>> cells;
};

/// One column over another, called by the head of `y`; `x` and `y` count the columns of ChartSheet.
struct ChartSeries {
  enum class Look : unsigned char { bar, line, thick_line, thin_line, marks, hollow_marks };
  std::size_t x = 0, y = 0;
  Look look = Look::line;
  std::uint32_t colour = 0;  ///< 0xRRGGBB; nothing is drawn of kUnseen.
};
inline constexpr std::uint32_t kUnseen = 0x1000000;

struct ChartAxis {
  std::string name;
  bool is_share = false;
  std::optional<double> least{}, most{};
};

/// A chart that spreadsheets draw: horizontal bars that are stacked, or lines and marks over two axes of numbers.
struct SheetChart {
  bool is_bars = false;
  std::string title;
  ChartAxis x, y;  ///< Of bars: `x` of the numbers, `y` of the names.
  std::vector<ChartSeries> series;
  int height = 0;  ///< Pixels.
};

/// All that is drawn on the sheet of a figure.
struct ChartSheet {
  std::vector<ChartColumn> columns;
  std::vector<SheetChart> charts;
  Text how{};            ///< What is drawn otherwise than the caption says.
  bool is_heat = false;  ///< No chart: the columns after the first are coloured by their numbers.
};

/// Charts of the kinds bars, stack, forest, ecdf, tcd, timeline and trains, and the week of a heat; empty for others.
ChartSheet charts_of(FigureData const&, Language);

/// Parts of a bar from nought: what lies before the interval, then the interval in two parts that meet at the value.
struct BarParts {
  double before = 0;
  double low_positive = 0, high_positive = 0;
  double high_negative = 0, low_negative = 0;
};
BarParts parts_of_bar(double low, double value, double high);

}  // namespace shudao::viz::report

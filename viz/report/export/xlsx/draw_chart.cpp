#include <xlsxwriter.h>

#include <algorithm>

#include "viz/report/export/plain_text.h"
#include "viz/report/export/xlsx/book.h"

namespace shudao::viz::report {
namespace {

using Look = ChartSeries::Look;

constexpr double kUsualChartWidth = 480, kUsualChartHeight = 288;  // Pixels of libxlsxwriter.
constexpr std::uint32_t kGrid = 0xD5DBE1, kLetters = 0x1B2733;

/// Words for a chart; what begins like a formula would be taken for one.
std::string chart_words(std::string const& words) {
  constexpr std::size_t kMost = 200;  // Bytes; 255 characters are allowed.
  std::string text = without_forbidden(words);
  if (text.size() > kMost) {
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end) + "…";
  }
  return !text.empty() && text.front() == '=' ? " " + text : text;
}

void set_line(lxw_chart_series* series, std::uint32_t colour, double width) {
  lxw_chart_line line{};
  line.color = colour;
  line.width = static_cast<float>(width);
  chart_series_set_line(series, &line);
  chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
}

void set_marks(lxw_chart_series* series, std::uint32_t colour, bool is_hollow) {
  constexpr std::uint8_t kSize = 8;
  lxw_chart_line none{}, edge{};
  none.none = LXW_TRUE;
  edge.color = colour;
  lxw_chart_fill fill{};
  fill.color = is_hollow ? 0xFFFFFF : colour;
  chart_series_set_line(series, &none);
  chart_series_set_marker_type(series, LXW_CHART_MARKER_DIAMOND);
  chart_series_set_marker_size(series, kSize);
  chart_series_set_marker_line(series, &edge);
  chart_series_set_marker_fill(series, &fill);
}

void set_bar(lxw_chart_series* series, std::uint32_t colour) {
  lxw_chart_fill fill{};
  fill.none = colour == kUnseen ? LXW_TRUE : LXW_FALSE;
  fill.color = colour == kUnseen ? 0 : colour;
  chart_series_set_fill(series, &fill);
}

void set_look(lxw_chart_series* series, ChartSeries const& how) {
  constexpr double kLine = 2, kThick = 6, kThin = 1;
  if (how.look == Look::bar) return set_bar(series, how.colour);
  if (how.look == Look::marks || how.look == Look::hollow_marks)
    return set_marks(series, how.colour, how.look == Look::hollow_marks);
  set_line(series, how.colour, how.look == Look::thick_line ? kThick : how.look == Look::thin_line ? kThin : kLine);
}

void set_axis(lxw_chart_axis* axis, ChartAxis const& how) {
  lxw_chart_font name_font{}, number_font{};
  name_font.bold = LXW_EXPLICIT_FALSE;
  name_font.size = 10;
  number_font.size = 9;
  if (!how.name.empty()) chart_axis_set_name(axis, chart_words(how.name).c_str());
  chart_axis_set_name_font(axis, &name_font);
  chart_axis_set_num_font(axis, &number_font);
  if (how.is_share) chart_axis_set_num_format(axis, "0%");
  if (how.least) chart_axis_set_min(axis, *how.least);
  if (how.most) chart_axis_set_max(axis, *how.most);
  lxw_chart_line grid{};
  grid.color = kGrid;
  grid.width = 0.5;
  chart_axis_major_gridlines_set_line(axis, &grid);
}

void set_title(lxw_chart* chart, std::string const& title) {
  if (title.empty()) return chart_title_off(chart);
  lxw_chart_font font{};
  font.size = 12;
  font.color = kLetters;
  chart_title_set_name(chart, chart_words(title).c_str());
  chart_title_set_name_font(chart, &font);
}

/// Names low beside the bars, also of those below nought.
void set_names(lxw_chart* chart, std::size_t series) {
  lxw_chart_font font{};
  font.size = 9;
  chart_axis_set_num_font(chart->y_axis, &font);
  chart_axis_set_label_position(chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_axis_set_interval_unit(chart->y_axis, 1);
  chart_set_series_gap(chart, 45);
  if (series > 1) chart_set_series_overlap(chart, 100);
}

/// None where one series is alone or one is there to be unseen.
void set_legend(lxw_chart* chart, std::vector<ChartSeries> const& series) {
  bool const has_unseen =
      std::any_of(series.begin(), series.end(), [](ChartSeries const& one) { return one.colour == kUnseen; });
  chart_legend_set_position(chart, series.size() < 2 || has_unseen ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM);
}

}  // namespace

void Sheet::draw(SheetChart const& how, std::vector<ChartColumn> const& columns, std::uint32_t row,
                 std::uint16_t column, std::uint32_t data_row, std::uint16_t data_column) {
  lxw_chart* const chart =
      workbook_add_chart(book_->book_, how.is_bars ? LXW_CHART_BAR_STACKED : LXW_CHART_SCATTER_STRAIGHT);
  auto const last = [&](std::size_t at) {
    return data_row + std::max<std::uint32_t>(1, static_cast<std::uint32_t>(columns[at].cells.size()));
  };
  auto const sheet_column = [&](std::size_t at) { return static_cast<std::uint16_t>(data_column + at); };
  for (ChartSeries const& one : how.series) {
    lxw_chart_series* const series = chart_add_series(chart, nullptr, nullptr);
    std::uint16_t const x = sheet_column(one.x), y = sheet_column(one.y);
    chart_series_set_categories(series, name_.c_str(), data_row + 1, x, last(one.x), x);
    chart_series_set_values(series, name_.c_str(), data_row + 1, y, last(one.y), y);
    chart_series_set_name(series, chart_words(columns[one.y].head).c_str());
    set_look(series, one);
  }
  set_title(chart, how.title);
  set_axis(chart->x_axis, how.x);
  if (how.is_bars)
    set_names(chart, how.series.size());
  else
    set_axis(chart->y_axis, how.y);
  set_legend(chart, how.series);
  std::string description = chart_words(how.title);
  lxw_chart_options options{};
  options.x_scale = kChartWidth / kUsualChartWidth;
  options.y_scale = how.height / kUsualChartHeight;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.description = description.data();
  worksheet_insert_chart_opt(sheet_, row, column, chart, &options);
}

}  // namespace shudao::viz::report

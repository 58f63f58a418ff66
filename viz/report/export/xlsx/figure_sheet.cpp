#include "viz/report/export/xlsx/figure_sheet.h"

#include <algorithm>

#include "viz/report/evidence_words.h"
#include "viz/report/export/plain_text.h"
#include "viz/report/export/xlsx/number_format.h"
#include "viz/report/flat_table.h"
#include "viz/words/number_text.h"

namespace shudao::viz::report {
namespace {

using Kind = CellLook::Kind;

/// Fills the sheet of one figure from above to below.
class Filling {
 public:
  Filling(Sheet& sheet, SheetOf const& what)
      : sheet_{sheet},
        data_{what.data},
        what_{what},
        table_{flat_table(what.data)},
        charts_{charts_of(what.data, what.language)} {}

  void fill() {
    set_widths();
    add_head();
    add_rows();
    place_charts_beside();
    add_foot();
    place_charts_below();
    draw();
    sheet_.freeze(head_row_ + 1, 1);
    sheet_.set_page(next_row_, last_column_, head_row_, head_row_);
  }

 private:
  [[nodiscard]] std::string said(Text const& text) const { return said_in(text, what_.language); }
  [[nodiscard]] std::string said(Key key) const { return said(words(key)); }

  [[nodiscard]] std::uint16_t columns() const { return static_cast<std::uint16_t>(table_.fields.size()); }
  /// Whether there is room for charts on the right.
  [[nodiscard]] bool is_beside() const {
    constexpr double kNarrow = 100;
    return columns() > 0 && sheet_.width_to(static_cast<std::uint16_t>(columns() - 1)) < kNarrow;
  }

  [[nodiscard]] std::string name_of(Field const& field) const {
    if (field.part == Field::Part::low) return said(Key::workbook_low);
    if (field.part == Field::Part::high) return said(Key::workbook_high);
    return said(data_.columns[field.column].name);
  }
  [[nodiscard]] std::string unit_of(Field const& field) const {
    return unit_words(data_.columns[field.column], what_.language);
  }

  void set_widths() {
    constexpr double kWords = 1.1;
    constexpr int kLeast = 9, kMost = 56, kHead = 14, kPadding = 3;
    for (std::uint16_t at = 0; at < columns(); ++at) {
      Column const& column = data_.columns[table_.fields[at].column];
      int const head = width_of(name_of(table_.fields[at])), unit = width_of(unit_of(table_.fields[at]));
      int widest = std::max(std::min(head, std::max((head + 1) / 2, kHead)), unit);
      for (auto const& row : table_.rows)
        if (auto const* text = std::get_if<Text>(&row[at])) {
          widest = std::max(widest, static_cast<int>(kWords * width_of(said(*text))));
        } else if (auto const* number = std::get_if<double>(&row[at])) {
          widest = std::max(widest, width_of(decimal_text(*number, 2)));
        }
      sheet_.set_width(at, std::clamp(widest + kPadding, column.unit.empty() ? kLeast : kLeast + 1, kMost));
    }
  }

  /// The last of the columns that words are set over.
  [[nodiscard]] std::uint16_t words_end() const {
    constexpr double kWide = 110;
    return column_at(kWide);
  }

  void add_head() {
    constexpr double kTitle = 1.4;
    bool const has_title = !said(data_.title).empty();
    std::string const caption = said(data_.caption);
    sheet_.write_link(next_row_++, 0, what_.contents, said(Key::workbook_back));
    sheet_.write(next_row_++, 0, what_.number + "  " + (has_title ? said(data_.title) : caption), {Kind::title});
    sheet_.set_lines(next_row_ - 1, kTitle);
    if (has_title && !caption.empty()) sheet_.write_over(next_row_++, words_end(), caption, {});
    head_row_ = next_row_++;
    constexpr double kBold = 1.1;
    int lines = 1;
    for (std::uint16_t at = 0; at < columns(); ++at) {
      Field const& field = table_.fields[at];
      std::string const name = name_of(field), unit = unit_of(field);
      sheet_.write_head(head_row_, at, name, unit, {field.unit.empty() ? Kind::head : Kind::head_right});
      lines = std::max(lines, (unit.empty() ? 1 : 2) + static_cast<int>(width_of(name) * kBold / sheet_.width_at(at)));
    }
    sheet_.set_lines(head_row_, lines);
  }

  void add_rows() {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      double lines = 1;
      for (std::uint16_t at = 0; at < columns(); ++at) {
        Field const& field = table_.fields[at];
        FlatCell const& cell = table_.rows[i][at];
        Kind const kind = field.part == Field::Part::value ? Kind::number : Kind::interval;
        if (auto const* text = std::get_if<Text>(&cell)) {
          sheet_.write(next_row_, at, said(*text), {Kind::words});
          lines = std::max(lines, sheet_.lines_of(said(*text), at));
        }
        if (auto const* number = std::get_if<double>(&cell))
          sheet_.write(next_row_, at, *number,
                       {kind, number_format(data_.rows[i][field.column], data_.columns[field.column])});
      }
      sheet_.set_lines(next_row_++, lines);
    }
  }

  /// The column where this width from the left is reached.
  [[nodiscard]] std::uint16_t column_at(double width) const {
    std::uint16_t last = 0;
    while (sheet_.width_to(last) < width) ++last;
    return last;
  }

  void place_charts_beside() {
    last_column_ = std::max<std::uint16_t>(words_end(), static_cast<std::uint16_t>(columns() - 1));
    if (!is_beside() || charts_.columns.empty()) return;
    chart_column_ = static_cast<std::uint16_t>(columns() + 1);
    chart_end_ = head_row_;
    if (charts_.is_heat) return add_week(chart_column_);
    place_charts(chart_end_);
    last_column_ = std::max(last_column_, static_cast<std::uint16_t>(chart_column_ + kChartWidth / kUsualPixels + 1));
  }
  void place_charts_below() {
    if (is_beside() || charts_.charts.empty()) return;
    place_charts(next_row_);
    last_column_ = std::max(last_column_, column_at(kChartWidth / kUsualPixels * kUsualWidth + kUsualWidth));
  }
  /// One below the other from this row on, which is then the one after them.
  void place_charts(std::uint32_t& row) {
    for (SheetChart const& chart : charts_.charts) {
      chart_rows_.push_back(row);
      row += static_cast<std::uint32_t>(chart.height / kRowPixels + 2);
    }
  }

  void add_week(std::uint16_t left) {
    constexpr double kNarrow = 5.5;
    auto const right = static_cast<std::uint16_t>(left + charts_.columns.size() - 1);
    for (auto at = static_cast<std::uint16_t>(left + 1); at <= right; ++at) sheet_.set_width(at, kNarrow);
    sheet_.set_width(left, width_of(charts_.columns[0].head) + 2);
    write_columns(left);
    auto const days = static_cast<std::uint32_t>(charts_.columns[0].cells.size());
    sheet_.colour(head_row_ + 1, static_cast<std::uint16_t>(left + 1), head_row_ + days, right);
    last_column_ = std::max(last_column_, right);
  }

  void add_foot() {
    next_row_ = std::max(next_row_ + 1, chart_end_);
    bool const has_drawing = data_.kind != "table";
    if (!data_.note.zh.empty()) add_note(data_.note);
    if (!data_.grades.empty() && has_drawing) add_note(grades_said(data_));
    if (!data_.sources.empty() && has_drawing) add_note(sources_said(data_));
    if (!charts_.charts.empty()) add_note(words(Key::workbook_chart_note));
    if (!charts_.how.zh.empty()) add_note(charts_.how);
    if (has_drawing && charts_.columns.empty()) add_note(words(Key::workbook_no_chart));
    ++next_row_;
  }
  void add_note(Text const& text) { sheet_.write_over(next_row_++, words_end(), said(text), {Kind::note}); }

  void write_columns(std::uint16_t left) {
    for (std::size_t i = 0; i < charts_.columns.size(); ++i) {
      auto const at = static_cast<std::uint16_t>(left + i);
      sheet_.write(head_row_, at, charts_.columns[i].head, {charts_.is_heat ? Kind::head : Kind::note});
      std::uint32_t row = head_row_ + 1;
      for (auto const& cell : charts_.columns[i].cells) {
        CellLook const look{Kind::interval, charts_.is_heat ? "0.0" : ""};
        if (auto const* number = std::get_if<double>(&cell)) sheet_.write(row, at, *number, look);
        if (auto const* text = std::get_if<std::string>(&cell)) sheet_.write(row, at, *text, {Kind::interval});
        ++row;
      }
    }
  }

  void draw() {
    if (charts_.charts.empty()) return;
    auto const left = static_cast<std::uint16_t>(last_column_ + 2);
    sheet_.write(head_row_ - 1, left, said(Key::workbook_chart_data), {Kind::section});
    write_columns(left);
    for (std::size_t i = 0; i < charts_.charts.size(); ++i)
      sheet_.draw(charts_.charts[i], charts_.columns, chart_rows_[i], chart_column_, head_row_, left);
  }

  Sheet& sheet_;
  FigureData const& data_;
  SheetOf const& what_;
  FlatTable table_;
  ChartSheet charts_;
  std::uint32_t next_row_ = 0, head_row_ = 0, chart_end_ = 0;
  std::uint16_t chart_column_ = 0, last_column_ = 0;  ///< The last column that is printed.
  std::vector<std::uint32_t> chart_rows_;
};

}  // namespace

void fill_sheet(Sheet& sheet, SheetOf const& what) { Filling{sheet, what}.fill(); }

}  // namespace shudao::viz::report

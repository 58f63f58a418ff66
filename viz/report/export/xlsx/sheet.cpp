#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include "sim/base/errors.h"
#include "viz/report/export/plain_text.h"
#include "viz/report/export/xlsx/book.h"

namespace shudao::viz::report {
namespace {

constexpr double kLineHeight = 16.5;  // Points.

void expect(lxw_error error) { ensure(error == LXW_NO_ERROR, "a cell lies on its sheet and its words have room"); }

bool is_hexadecimal(std::string const& text, std::size_t from, std::size_t count) {
  constexpr char kDigits[] = "0123456789abcdefABCDEF";
  return from + count <= text.size() && text.find_first_not_of(kDigits, from) >= from + count;
}

/// Spreadsheets read "_x0041_" in a cell as "A" (ECMA-376, ST_Xstring): its first underscore is written so itself.
std::string escaped_codes(std::string const& text) {
  std::string all;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const is_code = text.compare(i, 2, "_x") == 0 && is_hexadecimal(text, i + 2, 4) && text[i + 6] == '_';
    all += is_code ? "_x005F_" : std::string(1, text[i]);
  }
  return all;
}

/// What a cell can hold: 32,767 characters, here bytes at most.
std::string cell_words(std::string const& words) {
  constexpr std::size_t kMost = 32'000;
  std::string text = escaped_codes(without_forbidden(words));
  if (text.size() <= kMost) return text;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

/// About how many digits of its font a text is wide.
double digits_of(std::string const& text) {
  constexpr double kLetter = 0.85, kChinese = 2.15;
  auto const letters = static_cast<double>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  double const chinese = width_of(text) - letters;
  return kLetter * (letters - chinese) + kChinese * chinese;
}

}  // namespace

void Sheet::write(std::uint32_t row, std::uint16_t column, std::string const& words, CellLook const& look) {
  expect(worksheet_write_string(sheet_, row, column, cell_words(words).c_str(), book_->format_of(look)));
}

void Sheet::write(std::uint32_t row, std::uint16_t column, double number, CellLook const& look) {
  expect(worksheet_write_number(sheet_, row, column, number, book_->format_of(look)));
}

void Sheet::write_head(std::uint32_t row, std::uint16_t column, std::string const& name, std::string const& unit,
                       CellLook const& look) {
  std::string const words = cell_words(name) + (unit.empty() ? "" : "\n" + cell_words(unit));
  expect(worksheet_write_string(sheet_, row, column, words.c_str(), book_->format_of(look)));
}

double Sheet::lines_of(std::string const& words, std::uint16_t column) const {
  return std::ceil(digits_of(words) / (width_at(column) - 1));
}

void Sheet::write_over(std::uint32_t row, std::uint16_t last, std::string const& words, CellLook const& look) {
  write(row, 0, words, look);
  if (last > 0)
    expect(worksheet_merge_range(sheet_, row, 0, row, last, cell_words(words).c_str(), book_->format_of(look)));
  set_lines(row, std::ceil(digits_of(words) / width_to(last)));
}

void Sheet::write_link(std::uint32_t row, std::uint16_t column, std::string const& sheet, std::string const& words) {
  std::string const target = "internal:'" + sheet + "'!A1";
  lxw_format* const format = book_->format_of({CellLook::Kind::link});
  expect(worksheet_write_url(sheet_, row, column, target.c_str(), format));
  expect(worksheet_write_string(sheet_, row, column, cell_words(words).c_str(), format));
}

void Sheet::set_width(std::uint16_t column, double width) {
  widths_[column] = width;
  expect(worksheet_set_column(sheet_, column, column, width, nullptr));
}

void Sheet::set_lines(std::uint32_t row, double lines) {
  expect(worksheet_set_row(sheet_, row, kLineHeight * std::max(1.0, lines), nullptr));
}

double Sheet::width_at(std::uint16_t column) const {
  return widths_.count(column) > 0 ? widths_.at(column) : kUsualWidth;
}

double Sheet::width_to(std::uint16_t last) const {
  double width = 0;
  for (std::uint16_t column = 0; column <= last; ++column) width += width_at(column);
  return width;
}

void Sheet::freeze(std::uint32_t rows, std::uint16_t columns) { worksheet_freeze_panes(sheet_, rows, columns); }

void Sheet::set_page(std::uint32_t last_row, std::uint16_t last_column, std::uint32_t head_from,
                     std::uint32_t head_to) {
  constexpr std::uint8_t kA4 = 9;
  constexpr double kWidest = 270;  // Digits that are still read on a page.
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, kA4);
  worksheet_set_margins(sheet_, 0.5, 0.5, 0.5, 0.6);
  worksheet_set_footer(sheet_, "&L&A&R&P / &N");
  worksheet_fit_to_pages(sheet_, static_cast<std::uint16_t>(std::ceil(width_to(last_column) / kWidest)), 0);
  expect(worksheet_print_area(sheet_, 0, 0, last_row, last_column));
  if (head_to == 0) return;
  expect(worksheet_repeat_rows(sheet_, head_from, head_to));
  expect(worksheet_repeat_columns(sheet_, 0, 0));
}

void Sheet::colour(std::uint32_t first_row, std::uint16_t first_column, std::uint32_t last_row,
                   std::uint16_t last_column) {
  lxw_conditional_format scale{};
  scale.type = LXW_CONDITIONAL_2_COLOR_SCALE;
  scale.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  scale.min_value = 0;
  scale.min_color = 0xFFFFFF;
  scale.max_color = 0x56B4E9;
  expect(worksheet_conditional_format_range(sheet_, first_row, first_column, last_row, last_column, &scale));
}

}  // namespace shudao::viz::report

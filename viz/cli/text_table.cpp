#include "viz/cli/text_table.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "sim/base/errors.h"

namespace shudao::cli {
namespace {

struct Range {
  char32_t first, last;
};
constexpr std::array kWide = {Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},  Range{0x3041, 0xA4CF},
                              Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},  Range{0xF900, 0xFAFF},
                              Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},  Range{0xFFE0, 0xFFE6},
                              Range{0x1F300, 0x1F64F}, Range{0x20000, 0x3FFFD}};

std::size_t width_of(char32_t point) {
  if (point >= 0x300 && point <= 0x36F) return 0;
  bool const is_wide =
      std::any_of(kWide.begin(), kWide.end(), [point](Range r) { return point >= r.first && point <= r.last; });
  return is_wide ? 2 : 1;
}

std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

std::string padded(std::string const& cell, std::size_t width, Align align) {
  std::string const blanks(width - display_width(cell), ' ');
  return align == Align::left ? cell + blanks : blanks + cell;
}

std::vector<std::string> lines_of(std::string const& cell) {
  std::vector<std::string> lines;
  std::istringstream in{cell};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::size_t cell_width(std::string const& cell) {
  std::size_t width = 0;
  for (std::string const& line : lines_of(cell)) width = std::max(width, display_width(line));
  return width;
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    auto const lead = static_cast<unsigned char>(utf8[at]);
    std::size_t const length = std::min(length_of(lead), utf8.size() - at);
    char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) point = point << 6U | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
    width += width_of(point);
    at += length;
  }
  return width;
}

TextTable::TextTable(std::vector<Column> columns) : columns_{std::move(columns)} {}

void TextTable::add(std::vector<std::string> cells) {
  ensure(!cells.empty() && cells.size() <= columns_.size(),
         "a row of a table has more cells than the table has columns");
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

void TextTable::add_rule() { rows_.emplace_back(); }

std::string TextTable::text() const {
  std::vector<std::size_t> widths;
  for (Column const& column : columns_) widths.push_back(cell_width(column.head));
  for (auto const& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], cell_width(row[i]));

  std::string rule;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    for (std::size_t n = 0; n < widths[i]; ++n) rule += "─";
    if (i + 1 < widths.size()) rule += "  ";
  }
  std::vector<std::string> heads;
  for (Column const& column : columns_) heads.push_back(column.head);
  std::string all = row_text(heads, widths) + rule + '\n';
  for (auto const& row : rows_) all += row.empty() ? rule + '\n' : row_text(row, widths);
  return all;
}

std::string TextTable::row_text(std::vector<std::string> const& row, std::vector<std::size_t> const& widths) const {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::string const& cell : row) {
    cells.push_back(lines_of(cell));
    height = std::max(height, cells.back().size());
  }
  std::string all;
  for (std::size_t i = 0; i < height; ++i) {
    std::string line;
    for (std::size_t j = 0; j < row.size(); ++j)
      line += (j == 0 ? "" : "  ") + padded(i < cells[j].size() ? cells[j][i] : "", widths[j], columns_[j].align);
    all += without_trailing_blanks(line);
  }
  return all;
}

}  // namespace shudao::cli

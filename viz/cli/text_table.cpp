#include "viz/cli/text_table.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <sstream>

#include "sim/base/errors.h"

namespace shudao::viz::cli {
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

constexpr std::size_t kNarrowestColumn = 14, kBetweenColumns = 2;

/// What a line is not broken in: a word, or one wide character with the punctuation that closes it.
struct Piece {
  std::string text;
  bool is_after_blank = false;
};

std::vector<Piece> pieces_of(std::string const& text) {
  constexpr std::array kClosing = {"，", "。", "；", "：", "、", "）", "”", "？"};
  std::vector<Piece> pieces;
  bool is_after_blank = true, can_grow = false;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    length = std::min(length_of(static_cast<unsigned char>(text[at])), text.size() - at);
    std::string const one = text.substr(at, length);
    bool const is_wide = display_width(one) == 2;
    bool const closes = std::find(kClosing.begin(), kClosing.end(), one) != kClosing.end();
    if (one == " ") {
      is_after_blank = true;
      continue;
    }
    if (pieces.empty() || is_after_blank || (!closes && (is_wide || !can_grow)))
      pieces.push_back({one, is_after_blank});
    else
      pieces.back().text += one;
    can_grow = !is_wide;
    is_after_blank = false;
  }
  return pieces;
}

std::string padded(std::string const& cell, std::size_t width, Align align) {
  std::size_t const taken = std::min(width, display_width(cell));
  std::string const blanks(width - taken, ' ');
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

/// The width below which a text cannot be broken.
std::size_t longest_piece(std::string const& text) {
  std::size_t longest = 0;
  for (std::string const& line : lines_of(text))
    for (Piece const& piece : pieces_of(line)) longest = std::max(longest, display_width(piece.text));
  return longest;
}

/// The lines of a cell, broken where they are too long.
std::vector<std::string> lines_within(std::string const& cell, std::size_t width) {
  std::vector<std::string> lines;
  for (std::string const& line : lines_of(cell)) {
    if (display_width(line) <= width) {
      lines.push_back(line);
      continue;
    }
    for (std::string& part : wrapped(line, width)) lines.push_back(std::move(part));
  }
  return lines;
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

std::vector<std::string> wrapped(std::string const& text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (Piece const& piece : pieces_of(text)) {
    std::string const joint = piece.is_after_blank && !lines.back().empty() ? " " : "";
    bool const fits = display_width(lines.back()) + joint.size() + display_width(piece.text) <= width;
    if (fits || lines.back().empty())
      lines.back() += joint + piece.text;
    else
      lines.push_back(piece.text);
  }
  return lines;
}

TextTable::TextTable(std::vector<Column> columns) : columns_{std::move(columns)} {}

void TextTable::add(std::vector<std::string> cells) {
  ensure(!cells.empty() && cells.size() <= columns_.size(),
         "a row of a table has more cells than the table has columns");
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

void TextTable::add_rule() { rows_.emplace_back(); }

std::vector<std::size_t> TextTable::widths() const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  auto const total = [&] {
    return std::accumulate(widths.begin(), widths.end(), kBetweenColumns * (widths.size() - 1));
  };
  for (auto const& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], cell_width(row[i]));
  std::vector<std::size_t> const bodies = widths;
  for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], cell_width(columns_[i].head));
  if (total() > kWidestTable)
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] = std::min(widths[i], std::max({bodies[i], kNarrowestColumn, longest_piece(columns_[i].head)}));
  while (total() > kWidestTable) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (columns_[i].align == Align::left && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    if (widest == widths.size() || widths[widest] <= kNarrowestColumn) break;
    --widths[widest];
  }
  return widths;
}

TextTable::Row TextTable::heads() const {
  Row heads;
  for (Column const& column : columns_) heads.push_back(column.head);
  return heads;
}

std::string TextTable::text() const {
  std::vector<std::size_t> const widths = this->widths();
  std::string rule;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    for (std::size_t n = 0; n < widths[i]; ++n) rule += "─";
    if (i + 1 < widths.size()) rule += std::string(kBetweenColumns, ' ');
  }
  std::string all = row_text(heads(), widths) + rule + '\n';
  for (auto const& row : rows_) all += row.empty() ? rule + '\n' : row_text(row, widths);
  return all;
}

std::string TextTable::row_text(Row const& row, std::vector<std::size_t> const& widths) const {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(lines_within(row[i], widths[i]));
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

}  // namespace shudao::viz::cli

#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace shudao::viz::cli {

/// Columns a text takes in a terminal: two for Chinese, Japanese and Korean characters and full-width forms (Unicode
/// Standard Annex 11, "East Asian Width", W and F), none for combining marks, one for everything else.
std::size_t display_width(std::string_view utf8);

/// The text broken into lines of at most `width` columns, at blanks and between Chinese characters.
std::vector<std::string> wrapped(std::string const& text, std::size_t width);

/// As wide as a table is in a terminal.
inline constexpr std::size_t kWidestTable = 110;

enum class Align : unsigned char { left, right };

/// A second language, or a second number, stands on a line of its own in its cell.
inline constexpr char const* kBelow = "\n";
/// What a cell says where there is nothing to say.
inline constexpr char const* kNothing = "–";

/// A table of text for the terminal, aligned by display width. A cell may have several lines. A table that would be
/// wider than kWidestTable breaks its heads, then the text of its left-aligned columns.
class TextTable {
 public:
  struct Column {
    std::string head;
    Align align = Align::left;
  };
  explicit TextTable(std::vector<Column> columns);
  /// Missing cells are empty; surplus cells are a broken promise.
  void add(std::vector<std::string> cells);
  void add_rule();
  [[nodiscard]] std::string text() const;  ///< Lines end with '\n'; no trailing blanks.

 private:
  using Row = std::vector<std::string>;
  [[nodiscard]] std::vector<std::size_t> widths() const;
  [[nodiscard]] Row heads() const;
  [[nodiscard]] std::string row_text(Row const& row, std::vector<std::size_t> const& widths) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;  ///< An empty row is a rule.
};

}  // namespace shudao::viz::cli

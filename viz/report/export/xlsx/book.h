#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "viz/report/export/own_folder.h"
#include "viz/report/export/xlsx/chart.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace shudao::viz::report {

/// How a cell looks.
struct CellLook {
  enum class Kind : unsigned char { title, section, plain, note, head, head_right, words, number, interval, link };
  Kind kind = Kind::plain;
  std::string number_format{};
  friend auto operator<=>(CellLook const&, CellLook const&) = default;
};

class Book;

/// A sheet of a Book, which owns it. Rows and columns are counted from 0. Words are never taken for formulas, numbers
/// or links, whatever they look like; characters that XML forbids become blanks, what is longer than a cell can hold is
/// cut.
class Sheet {
 public:
  [[nodiscard]] std::string const& name() const { return name_; }

  void write(std::uint32_t row, std::uint16_t column, std::string const& words, CellLook const& = {});
  void write(std::uint32_t row, std::uint16_t column, double number, CellLook const&);
  /// The head of a column: what it is, and below the unit.
  void write_head(std::uint32_t row, std::uint16_t column, std::string const& name, std::string const& unit,
                  CellLook const&);
  /// How many lines words take in a column.
  [[nodiscard]] double lines_of(std::string const& words, std::uint16_t column) const;
  /// Words over columns 0 … last, in as many lines as they need.
  void write_over(std::uint32_t row, std::uint16_t last, std::string const& words, CellLook const&);
  /// A link to the top of another sheet of this book.
  void write_link(std::uint32_t row, std::uint16_t column, std::string const& sheet, std::string const& words);

  /// `width` in digits.
  void set_width(std::uint16_t column, double width);
  void set_lines(std::uint32_t row, double lines);
  [[nodiscard]] double width_at(std::uint16_t column) const;
  [[nodiscard]] double width_to(std::uint16_t last) const;
  void freeze(std::uint32_t rows, std::uint16_t columns);
  /// A4 across; the rows head_from … head_to, if there are any, and the first column are repeated on every page.
  void set_page(std::uint32_t last_row, std::uint16_t last_column, std::uint32_t head_from, std::uint32_t head_to);

  /// Draws a chart with its upper left corner in this cell, of columns that begin (with their heads) in another one.
  void draw(SheetChart const&, std::vector<ChartColumn> const&, std::uint32_t row, std::uint16_t column,
            std::uint32_t data_row, std::uint16_t data_column);
  /// Colours cells by their numbers, from pale to dark.
  void colour(std::uint32_t first_row, std::uint16_t first_column, std::uint32_t last_row, std::uint16_t last_column);

 private:
  friend Book;
  Sheet(Book& book, lxw_worksheet* sheet, std::string name) : book_{&book}, sheet_{sheet}, name_{std::move(name)} {}
  Book* book_;
  lxw_worksheet* sheet_;
  std::string name_;
  std::map<std::uint16_t, double> widths_;
};

/// A workbook in Office Open XML while it is written by libxlsxwriter. The same calls give the same bytes.
class Book {
 public:
  /// Throws FileError where no temporary file can be made.
  explicit Book(std::string const& title);
  ~Book();
  Book(Book const&) = delete;
  Book& operator=(Book const&) = delete;

  /// The name must be one of SheetNames.
  Sheet add_sheet(std::string const& name);
  /// The bytes of the file; the book is closed then. Throws FileError.
  std::string finished();

 private:
  friend Sheet;
  lxw_format* format_of(CellLook const&);

  OwnFolder folder_;
  std::string path_;
  lxw_workbook* book_ = nullptr;
  std::map<CellLook, lxw_format*> formats_;
};

/// Pixels of a chart.
inline constexpr int kChartWidth = 880;
/// Width of a column that nobody set, in digits and in pixels.
inline constexpr double kUsualWidth = 8.43;
inline constexpr int kUsualPixels = 64, kRowPixels = 20;

}  // namespace shudao::viz::report

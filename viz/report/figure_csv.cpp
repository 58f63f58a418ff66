#include <fmt/core.h>

#include "viz/report/flat_table.h"

namespace shudao::viz::report {
namespace {

/// Whether a spreadsheet would run this as a formula; those for East Asia take the wide signs, too.
bool is_formula(std::string const& text) {
  std::size_t const begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return false;
  for (char const* sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    if (text.rfind(sign, begin) == begin) return true;
  return text.front() == '\t' || text.front() == '\r';
}

/// A cell between quotes; before a formula stands an apostrophe.
std::string quoted(std::string text) {
  if (is_formula(text)) text.insert(0, 1, '\'');
  std::string all = "\"";
  for (char const c : printable(text)) all += c == '"' ? "\"\"" : std::string(1, c);
  return all + '"';
}

struct CellToText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(Text const& said) const { return quoted(both(said)); }
};

}  // namespace

std::string csv_text(FigureData const& data, bool has_mark) {
  FlatTable const table = flat_table(data);
  std::string all = has_mark ? "\xEF\xBB\xBF" : "", line;
  auto const end_line = [&] {
    line.pop_back();
    all += line + "\r\n";
    line.clear();
  };
  for (Field const& field : table.fields) line += quoted(head_text(field)) + ",";
  end_line();
  for (auto const& row : table.rows) {
    for (FlatCell const& cell : row) line += std::visit(CellToText{}, cell) + ",";
    end_line();
  }
  return all;
}

}  // namespace shudao::viz::report

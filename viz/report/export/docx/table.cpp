#include "viz/report/export/docx/table.h"

#include <algorithm>
#include <numeric>

#include "viz/report/export/docx/markup.h"

namespace shudao::viz::report {
namespace {

/// The widest part that is not broken at a blank; Chinese is broken anywhere.
int longest_word(std::string const& text) {
  int longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find(' ', at), text.size());
    std::string const word = text.substr(at, end - at);
    bool const is_latin = static_cast<std::size_t>(width_of(word)) >= word.size();
    if (is_latin) longest = std::max(longest, width_of(word));
    at = end + 1;
  }
  return longest;
}

std::string cell_text(Cell const& cell, Column const& column, Language language) {
  auto const* said = std::get_if<Text>(&cell);
  return said != nullptr ? said_in(*said, language) : shown_text(cell, column, language);
}

/// Twentieths of a point of each column: by its longest cell, within bounds so that long words are broken.
std::vector<int> widths_of(FigureData const& data, Language language) {
  constexpr int kLeast = 8, kMost = 34, kHeadRoom = 12, kBold = 3;
  std::vector<int> wanted;
  for (std::size_t i = 0; i < data.columns.size(); ++i) {
    Column const& column = data.columns[i];
    std::string const& name = said_in(column.name, language);
    int widest = std::max({width_of(said_in(column.shown, language)) + kBold, longest_word(name) + kBold,
                           std::min(kHeadRoom, width_of(name))});
    for (auto const& row : data.rows) widest = std::max(widest, width_of(cell_text(row.at(i), column, language)));
    wanted.push_back(std::clamp(widest, kLeast, kMost));
  }
  int const all = std::max(1, std::accumulate(wanted.begin(), wanted.end(), 0));
  for (int& width : wanted) width = width * kTextWidth / all;
  return wanted;
}

std::string cell_of(int width, std::string const& style, std::string const& runs) {
  return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/></w:tcPr>" +
         paragraph_of(style, runs) + "</w:tc>";
}

std::string head_of(FigureData const& data, std::vector<int> const& widths, Language language) {
  std::string row = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
  for (std::size_t i = 0; i < data.columns.size(); ++i) {
    Column const& column = data.columns[i];
    std::string const unit = said_in(column.shown, language);
    std::string runs = run_of(said_in(column.name, language));
    if (!unit.empty()) runs += "<w:r><w:br/></w:r>" + run_of(unit);
    row += cell_of(widths[i], column.unit.empty() ? "TableHead" : "TableHeadNumber", runs);
  }
  return row + "</w:tr>\n";
}

}  // namespace

std::string table_of(FigureData const& data, Language language) {
  std::vector<int> const widths = widths_of(data, language);
  std::string table = "<w:tbl><w:tblPr><w:tblStyle w:val=\"Plain\"/><w:tblW w:w=\"" + std::to_string(kTextWidth) +
                      "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" "
                      "w:firstRow=\"1\"/></w:tblPr><w:tblGrid>";
  for (int const width : widths) table += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  table += "</w:tblGrid>\n" + head_of(data, widths, language);
  for (auto const& row : data.rows) {
    table += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      Column const& column = data.columns[i];
      table += cell_of(widths[i], column.unit.empty() ? "TableWords" : "TableNumber",
                       run_of(cell_text(row[i], column, language)));
    }
    table += "</w:tr>\n";
  }
  return table + "</w:tbl>\n";
}

}  // namespace shudao::viz::report

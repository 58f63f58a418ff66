#include "tests/report/workbook_cells.h"

#include <boost/property_tree/xml_parser.hpp>
#include <cstdio>
#include <sstream>

#include "tests/report/unzipped.h"

namespace shudao::viz::report {
namespace {

using boost::property_tree::ptree;

std::vector<std::string> words_in(std::string const& shared) {
  std::vector<std::string> words;
  ptree const strings = parsed_xml(shared);
  for (auto const& [tag, item] : strings.get_child("sst"))
    if (tag == "si") words.push_back(item.get<std::string>("t"));
  return words;
}

/// From 0: "A5" is 0.
std::size_t column_of(std::string const& position) {
  std::size_t column = 0;
  for (char const c : position)
    if (c >= 'A' && c <= 'Z') column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  return column - 1;
}

void add_cells(FoundSheet& sheet, std::string const& xml, std::vector<std::string> const& words) {
  ptree const content = parsed_xml(xml);
  for (auto const& [row_tag, row] : content.get_child("worksheet.sheetData")) {
    sheet.positions.emplace_back();
    for (auto const& [tag, cell] : row) {
      if (tag != "c" || cell.count("v") == 0) continue;
      auto const type = cell.get("<xmlattr>.t", std::string{}), value = cell.get<std::string>("v");
      auto const position = cell.get<std::string>("<xmlattr>.r");
      sheet.cells[position] = {type, type == "s" ? words.at(std::stoul(value)) : value};
      sheet.positions.back().push_back(position);
    }
  }
}

}  // namespace

ptree parsed_xml(std::string const& xml) {
  std::istringstream in{xml};
  ptree tree;
  boost::property_tree::read_xml(in, tree);
  return tree;
}

std::vector<FoundSheet> sheets_in(std::string const& xlsx) {
  auto const files = unzipped(xlsx);
  auto const words = words_in(files.at("xl/sharedStrings.xml"));
  ptree const book = parsed_xml(files.at("xl/workbook.xml"));
  std::vector<FoundSheet> sheets;
  for (auto const& [tag, one] : book.get_child("workbook.sheets")) {
    sheets.push_back({one.get<std::string>("<xmlattr>.name"), {}, {}});
    add_cells(sheets.back(), files.at("xl/worksheets/sheet" + std::to_string(sheets.size()) + ".xml"), words);
  }
  return sheets;
}

std::vector<std::vector<std::string>> numbers_in(FoundSheet const& sheet, std::size_t columns) {
  std::vector<std::vector<std::string>> rows;
  for (auto const& positions : sheet.positions) {
    std::vector<std::string> row;
    for (std::string const& position : positions)
      if (FoundCell const& cell = sheet.cells.at(position); cell.type.empty() && column_of(position) < columns)
        row.push_back(cell.text);
    if (!row.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

std::string to_16_digits(double number) {
  char text[40];
  std::snprintf(text, sizeof text, "%.16G", number);
  return text;
}

}  // namespace shudao::viz::report

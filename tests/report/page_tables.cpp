#include "tests/report/page_tables.h"

#include <algorithm>
#include <cmath>

namespace shudao::viz::report {
namespace {

/// What stands between each opening of the element and its end.
std::vector<std::string> elements(std::string const& html, std::string const& name) {
  std::vector<std::string> all;
  std::string const close = "</" + name + ">";
  for (std::size_t at = html.find('<' + name); at != std::string::npos; at = html.find('<' + name, at + 1)) {
    char const after = html[at + name.size() + 1];
    if (after != '>' && after != ' ') continue;  // "<table" begins "<tables", too.
    std::size_t const begin = html.find('>', at) + 1;
    all.push_back(html.substr(begin, html.find(close, begin) - begin));
  }
  return all;
}

void replace_all(std::string& text, std::string const& what, std::string const& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

}  // namespace

std::vector<PageTable> tables_in(std::string const& html) {
  std::vector<PageTable> tables;
  for (std::string const& table : elements(html, "table")) {
    tables.emplace_back();
    for (std::string const& row : elements(elements(table, "tbody").at(0), "tr"))
      tables.back().push_back(elements(row, "td"));
  }
  return tables;
}

ShownNumber shown_number(std::string cell) {
  cell = cell.substr(0, cell.find(" ±"));
  replace_all(cell, "\u2212", "-");
  replace_all(cell, ",", "");
  replace_all(cell, " %", "");
  std::size_t const point = cell.find('.');
  std::size_t const decimals = point == std::string::npos ? 0 : cell.size() - point - 1;
  auto const noughts = static_cast<std::size_t>(
      std::find_if(cell.rbegin(), cell.rend(), [](char c) { return c != '0'; }) - cell.rbegin());
  double const place =
      decimals > 0 ? -static_cast<double>(decimals) : static_cast<double>(noughts == cell.size() ? 0 : noughts);
  return {std::stod(cell), 0.5 * std::pow(10.0, place)};
}

}  // namespace shudao::viz::report

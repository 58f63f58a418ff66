#pragma once
#include <boost/property_tree/ptree.hpp>
#include <map>
#include <string>
#include <vector>

namespace shudao::viz::report {

/// A cell as the file has it: "s" and its words, or nothing and its number.
struct FoundCell {
  std::string type, text;
};
struct FoundSheet {
  std::string name;
  std::map<std::string, FoundCell> cells;           ///< By "B5".
  std::vector<std::vector<std::string>> positions;  ///< Of the cells by row, from left to right.
};

/// The sheets of a workbook in their order.
std::vector<FoundSheet> sheets_in(std::string const& xlsx);

/// The numbers in so many columns from the left, row by row; rows without are left out.
std::vector<std::vector<std::string>> numbers_in(FoundSheet const&, std::size_t columns);

boost::property_tree::ptree parsed_xml(std::string const& xml);

/// As the library of workbooks writes a number.
std::string to_16_digits(double number);

}  // namespace shudao::viz::report

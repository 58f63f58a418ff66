#pragma once
#include <string>
#include <vector>

namespace shudao::viz::report {

/// The text of the cells of a table, row by row, without its head.
using PageTable = std::vector<std::vector<std::string>>;

/// All tables of a page in one language, in their order.
std::vector<PageTable> tables_in(std::string const& html);

/// What a cell says as a number ("−1,234 ± 5" is −1234), and half a unit of its last digit that is no nought.
struct ShownNumber {
  double value = 0, rounding = 0;
};
ShownNumber shown_number(std::string cell);

}  // namespace shudao::viz::report

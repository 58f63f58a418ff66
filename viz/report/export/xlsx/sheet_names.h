#pragma once
#include <set>
#include <string>

namespace shudao::viz::report {

/// Names of the sheets of one workbook as spreadsheets allow them: 31 UTF-16 units and 51 bytes (17 Chinese characters)
/// at most, none of []:*?/\ and no apostrophe, no two alike whatever the case of their letters.
class SheetNames {
 public:
  /// The mark ("Fig 3", with a blank in or after it, so that no name is taken for a cell) and as much of the title as
  /// there is room for.
  std::string name(std::string const& mark, std::string const& title);

 private:
  std::set<std::string> taken_;
};

}  // namespace shudao::viz::report

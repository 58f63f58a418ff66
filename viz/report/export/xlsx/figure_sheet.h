#pragma once
#include <string>

#include "viz/report/export/xlsx/book.h"
#include "viz/report/figure_data.h"

namespace shudao::viz::report {

/// What is written of one figure or table.
struct SheetOf {
  FigureData const& data;
  std::string number;    ///< "表 3".
  std::string contents;  ///< The sheet that the way back leads to.
  Language language = Language::zh;
};

/// Number and title, caption, the table of flat_table.h below a frozen head, what it rests on, and charts: beside a
/// narrow table, below a wide one. What charts are drawn from stands beyond what is printed.
void fill_sheet(Sheet&, SheetOf const&);

}  // namespace shudao::viz::report

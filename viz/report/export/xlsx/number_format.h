#pragma once
#include <string>

#include "viz/report/figure_data.h"

namespace shudao::viz::report {

/// The unit in which flat_table.h gives the numbers of a column, in words: "小时", "CNY/TEU". Empty for shares, which
/// cells show as per cent, and for plain counts.
std::string unit_words(Column const&, Language);

/// How a cell shows its number: as many decimals as the table of the report has digits, "#,##0.0", "0.0%",
/// "+0.0;-0.0;0". Of the estimate where it is one, so that its ends are shown as it is.
std::string number_format(Cell const&, Column const&);

}  // namespace shudao::viz::report

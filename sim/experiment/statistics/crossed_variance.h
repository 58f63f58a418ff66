#pragma once
#include <vector>

namespace shudao::experiment {

/// What rows of a crossed design say: each row an input setting, each column a replication with the same draws.
struct CrossedVariance {
  double between = 0;  ///< Variance of the rows' expectations, the part of luck taken off; never below 0.
  double within = 0;   ///< Variance of one replication in a row, the mean over rows.
  double p = 1;        ///< Of no difference between rows (F test).
};

/// Two-way analysis of variance with one observation a cell: between = (MS of rows − MS of residuals) ÷ columns, the
/// luck that a column gives to all rows alike being no residual. Rows are equally long, at least two of at least two
/// columns. Source: Searle, Casella and McCulloch, "Variance Components", Wiley 1992, section 4.3.
CrossedVariance crossed_variance(std::vector<std::vector<double>> const& rows);

}  // namespace shudao::experiment

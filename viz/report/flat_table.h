#pragma once
#include <string>
#include <variant>
#include <vector>

#include "viz/report/figure_data.h"

namespace shudao::viz::report {

/// A column of a table with one value a cell: estimates take three of them.
struct Field {
  enum class Part : unsigned char { value, low, high };
  std::string key;   ///< Of the column, with "_ci_low" or "_ci_high" for the ends of the 95 % interval.
  Text name;         ///< Empty for the ends.
  std::string unit;  ///< Of the numbers; empty: words.
  std::size_t column = 0;
  Part part = Part::value;
  bool has_words = false;  ///< Some cells of a column of numbers hold words.
};

/// Nothing, a finite number in the unit of the field, or words.
using FlatCell = std::variant<std::monostate, double, Text>;

/// A figure as spreadsheets want it.
struct FlatTable {
  std::vector<Field> fields;
  std::vector<std::vector<FlatCell>> rows;
};

/// What nobody observed and what is no finite number is left empty.
FlatTable flat_table(FigureData const&);

/// "key [unit] 中文 / English": the head of a field in a CSV file.
std::string head_text(Field const&);

/// Both languages, "中文 / English"; once where they are equal or one is missing.
std::string both(Text const&, char const* between = " / ");

/// Control characters become spaces.
std::string printable(std::string text);

}  // namespace shudao::viz::report

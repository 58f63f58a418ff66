#include <algorithm>

#include "viz/report/export/plain_text.h"
#include "viz/report/export/xlsx/chart_parts.h"

namespace shudao::viz::report {
namespace {

using Look = ChartSeries::Look;

constexpr int kTall = 320, kFlat = 200;  // Pixels.

/// Writes the columns of one figure side by side: a path goes through each place twice, as one comes and as one leaves.
class Steps {
 public:
  Steps(FigureData const& data, Language language) : data_{data}, language_{language} {}

  /// The number of the new column.
  std::size_t path(std::string head, char const* arrival, char const* departure) {
    ChartColumn column{std::move(head), {}};
    for (auto const& row : data_.rows)
      for (char const* key : {arrival, departure}) add(column, at(row, key));
    return kept(std::move(column));
  }
  /// Twice the place of each row and a blank, over its two values and a blank.
  std::size_t uprights(std::string const& head, char const* from, char const* to) {
    ChartColumn x{said("km"), {}}, y{head, {}};
    for (auto const& row : data_.rows) {
      auto const low = at(row, from), high = at(row, to);
      if (!low || !high || !(*high > *low)) continue;
      for (auto const& value : {low, high}) {
        add(x, at(row, "km"));
        add(y, value);
      }
      x.cells.emplace_back();
      y.cells.emplace_back();
    }
    kept(std::move(x));
    return kept(std::move(y));
  }
  /// Observed values that the model was calibrated to, or the others.
  std::size_t marks(bool is_calibrated) {
    Key const use = is_calibrated ? Key::calibrated_value : Key::held_out_value;
    ChartColumn x{said("km"), {}},
        y{said_in(words(Key::observed_plain), language_) + " – " + said_in(words(use), language_), {}};
    std::size_t const uses = column_of(data_, "observed_use");
    for (auto const& row : data_.rows) {
      auto const* word = std::get_if<Text>(&row[uses]);
      auto const value = at(row, "observed_h");
      if (word == nullptr || !value || (word->en == words(Key::calibrated_value).en) != is_calibrated) continue;
      add(x, at(row, "km"));
      add(y, value);
    }
    kept(std::move(x));
    return kept(std::move(y));
  }
  [[nodiscard]] std::string said(char const* key) const {
    return said_in(data_.columns[column_of(data_, key)].name, language_);
  }
  [[nodiscard]] ChartAxis axis(char const* key) const {
    return axis_of(data_.columns[column_of(data_, key)], language_);
  }
  [[nodiscard]] bool has(std::size_t column) const { return !columns_[column].cells.empty(); }
  std::vector<ChartColumn> finished() { return std::move(columns_); }

 private:
  [[nodiscard]] std::optional<double> at(std::vector<Cell> const& row, char const* key) const {
    std::size_t const column = column_of(data_, key);
    return amount(row[column], data_.columns[column], language_);
  }
  std::size_t kept(ChartColumn column) {
    columns_.push_back(std::move(column));
    return columns_.size() - 1;
  }

  FigureData const& data_;
  Language language_;
  std::vector<ChartColumn> columns_;
};

SheetChart panel(FigureData const& data, ChartAxis x, ChartAxis y, int height, Language language) {
  SheetChart chart;
  chart.title = said_in(data.title, language);
  chart.x = std::move(x);
  chart.y = std::move(y);
  chart.y.least = 0;
  chart.x.least = 0;
  chart.height = height;
  return chart;
}

/// What stands beside its own column of distances.
void add_beside(SheetChart& chart, Steps const& steps, std::size_t column, Look look, std::uint32_t colour) {
  if (steps.has(column)) chart.series.push_back({column - 1, column, look, colour});
}

}  // namespace

ChartSheet time_distance_of(FigureData const& data, Language language) {
  Steps steps{data, language};
  auto const word = [&](Key key) { return said_in(words(key), language); };
  SheetChart time = panel(data, steps.axis("km"), steps.axis("arrival_h"), kTall, language);
  std::size_t const km = steps.path(steps.said("km"), "km", "km");
  std::size_t const low = steps.path("P10", "arrival_p10_h", "departure_p10_h");
  std::size_t const high = steps.path("P90", "arrival_p90_h", "departure_p90_h");
  std::size_t const mean = steps.path(steps.said("arrival_h"), "arrival_h", "departure_h");
  time.series = {
      {km, low, Look::thin_line, kLight}, {km, high, Look::thin_line, kLight}, {km, mean, Look::line, kBlue}};
  add_beside(time, steps, steps.uprights(word(Key::workbook_stays), "arrival_h", "departure_h"), Look::thick_line,
             kOrange);
  std::size_t const range = steps.uprights(word(Key::workbook_observed_range), "observed_low_h", "observed_high_h");
  add_beside(time, steps, range, Look::line, kGreen);
  add_beside(time, steps, steps.marks(true), Look::marks, kGreen);
  add_beside(time, steps, steps.marks(false), Look::hollow_marks, kGreen);
  SheetChart cost = panel(data, steps.axis("km"), steps.axis("arrival_cny_per_teu"), kFlat, language);
  SheetChart co2e = panel(data, steps.axis("km"), steps.axis("co2e_kg_per_teu"), kFlat, language);
  std::size_t const paid =
      steps.path(steps.said("arrival_cny_per_teu"), "arrival_cny_per_teu", "departure_cny_per_teu");
  cost.series = {{km, paid, Look::line, kColours[3]}};
  std::size_t const emitted = steps.path(steps.said("co2e_kg_per_teu"), "co2e_kg_per_teu", "co2e_kg_per_teu");
  co2e.series = {{km, emitted, Look::line, kColours[4]}};
  for (SheetChart* chart : {&cost, &co2e}) chart->title.clear();
  return {steps.finished(), {time, cost, co2e}, words(Key::workbook_band_lines)};
}

}  // namespace shudao::viz::report

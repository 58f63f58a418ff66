#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/report/page_tables.h"
#include "tests/report/studied.h"
#include "tests/report/workbook_cells.h"
#include "viz/report/build_report.h"
#include "viz/report/export/export.h"
#include "viz/report/export/xlsx/workbook.h"
#include "viz/report/flat_table.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::report;
using nlohmann::json;

namespace {

constexpr double kTiny = 1e-12;  // Sums of doubles in another order.

std::optional<double> number_in(Cell const& cell) {
  if (auto const* number = std::get_if<double>(&cell)) return *number;
  auto const* measure = std::get_if<experiment::Measure>(&cell);
  if (measure == nullptr || (measure->n == 0 && !measure->ci95)) return std::nullopt;
  return measure->value;
}

/// The numbers of a figure's JSON in the order of its CSV file: value, then the ends of the interval.
std::vector<double> numbers_in(json const& figure) {
  std::vector<double> numbers;
  for (json const& row : figure["rows"])
    for (json const& cell : row) {
      if (cell.is_number()) numbers.push_back(cell);
      if (!cell.contains("value") || (cell["n"] == 0 && cell["ci95"].is_null())) continue;
      numbers.push_back(cell["value"]);
      for (json const& end : cell["ci95"]) numbers.push_back(end);
    }
  return numbers;
}

/// The numbers of a CSV file, row by row; words stand between quotation marks.
std::vector<double> numbers_in_csv(std::string const& csv) {
  std::vector<double> numbers;
  bool is_word = false;
  std::string field;
  for (char const c : csv.substr(csv.find("\r\n") + 2)) {
    if (c == '"') is_word = !is_word;
    bool const is_end = !is_word && (c == ',' || c == '\r');
    if (is_end && !field.empty() && field.front() != '"') numbers.push_back(std::stod(field));
    if (is_end || c == '\n')
      field.clear();
    else
      field += c;
  }
  return numbers;
}

/// Share by which two numbers differ, of the larger one.
double apart(double a, double b) { return a == b ? 0 : std::abs(a - b) / std::max(std::abs(a), std::abs(b)); }

experiment::Measure measure_in(FigureData const& figure, std::vector<Cell> const& row, std::string const& key) {
  for (std::size_t i = 0; i < row.size(); ++i)
    if (figure.columns[i].key == key) return std::get<experiment::Measure>(row[i]);
  FAIL("no column " << key);
  return {};
}

}  // namespace

TEST_CASE("every number of a figure's JSON stands in its CSV file, digit for digit", "[report][export]") {
  Report const report = report_of(first_corridors());
  for (ReportFigure const& figure : figures_in(report)) {
    INFO(figure.data->id);
    CHECK(numbers_in(json::parse(json_text(*figure.data))) == numbers_in_csv(csv_text(*figure.data)));
  }
}

TEST_CASE("every table of a page shows the numbers of its data, rounded", "[report]") {
  Report const report = report_of(first_corridors());
  for (Language const language : {Language::zh, Language::en}) {
    auto const tables = tables_in(html_text(report, language));
    auto const figures = figures_in(report);
    REQUIRE(tables.size() == figures.size());
    std::size_t numbers = 0;
    for (std::size_t t = 0; t < tables.size(); ++t) {
      FigureData const& data = *figures[t].data;
      INFO(data.id);
      REQUIRE(tables[t].size() == data.rows.size());
      for (std::size_t r = 0; r < data.rows.size(); ++r)
        for (std::size_t c = 0; c < data.columns.size(); ++c) {
          auto const number = number_in(data.rows[r][c]);
          if (!number) continue;
          Column const& column = data.columns[c];
          INFO(column.key << ", row " << r << ": " << *number << " as " << tables[t][r][c]);
          double const per = column.unit == "share" ? 0.01 : column.divisor(language);
          ShownNumber const shown = shown_number(tables[t][r][c]);
          CHECK(std::abs(shown.value - *number / per) <= shown.rounding * (1 + 1e-9));
          ++numbers;
        }
    }
    CHECK(numbers > 500);
  }
}

TEST_CASE("time along the chain of a route ends at the mean transit time of that route", "[report]") {
  auto const study = compared("scenarios/examples/two_routes.json", "tests/report/slow_west.json");
  auto const& routes = study->worlds()[1].result->flows.at(0).routes;
  auto const& chains = study->worlds()[1].result->figures.corridors.at(0).chains;
  REQUIRE(chains.size() == routes.size());
  for (auto const& chain : chains) {
    auto const route = std::find_if(routes.begin(), routes.end(),
                                    [&](auto const& one) { return apart(one.share.value, chain.share.value) < kTiny; });
    REQUIRE(route != routes.end());
    CHECK(apart(chain.points.back().departure_h.value, route->transit_time_h.value) < kTiny);
  }
}

TEST_CASE("the chains of a corridor end together at its mean transit time and cost", "[report]") {
  for (World const& world : first_corridors().worlds())
    for (auto const& corridor : world.result->figures.corridors) {
      INFO(world.role << ' ' << corridor.corridor);
      double hours = 0, consignments = 0, cost = 0;
      for (auto const& chain : corridor.chains) {
        auto const count = static_cast<double>(chain.consignments);
        hours += count * chain.points.back().departure_h.value;
        consignments += count;
        cost += chain.share.value * chain.points.back().departure_cny_per_teu.value;
      }
      auto const* result = find_corridor(*world.result, corridor.corridor);
      REQUIRE(result != nullptr);
      CHECK(apart(hours / consignments, result->transit_time_h.mean.value) < kTiny);
      CHECK(apart(cost, result->cost_cny_per_teu.value) < kTiny);
    }
}

TEST_CASE("a figure of time, cost and distance ends where the main chain of its corridor ends", "[report]") {
  for (auto const& corridor : first_corridors().base().result->figures.corridors) {
    INFO(corridor.corridor);
    FigureData const figure = figure_called("tcd." + corridor.corridor);
    auto const& end = corridor.chains.front().points.back();
    CHECK(measure_in(figure, figure.rows.back(), "departure_h").value == end.departure_h.value);
    CHECK(measure_in(figure, figure.rows.back(), "departure_cny_per_teu").value == end.departure_cny_per_teu.value);
  }
}

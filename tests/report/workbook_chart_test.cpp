#include <catch2/catch.hpp>

#include "viz/report/export/xlsx/chart.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::report;

namespace {

double number(ChartSheet const& sheet, std::size_t column, std::size_t row) {
  return std::get<double>(sheet.columns.at(column).cells.at(row));
}
bool is_gap(ChartSheet const& sheet, std::size_t column, std::size_t row) {
  return std::holds_alternative<std::monostate>(sheet.columns.at(column).cells.at(row));
}

FigureData figure(std::string kind, std::vector<Column> columns, std::vector<std::vector<Cell>> rows) {
  FigureData data;
  data.id = "f";
  data.kind = std::move(kind);
  data.title = {"题", "title"};
  data.columns = std::move(columns);
  data.rows = std::move(rows);
  return data;
}

Text same(char const* word) { return {word, word}; }

FigureData corridor() {
  std::vector<Column> columns = {word_column("place", Key::place), number_column("km", {}, "km", same("km"))};
  for (char const* key : {"arrival_h", "arrival_p10_h", "arrival_p90_h", "departure_h", "departure_p10_h",
                          "departure_p90_h", "arrival_cny_per_teu", "departure_cny_per_teu", "co2e_kg_per_teu",
                          "observed_h", "observed_low_h", "observed_high_h"})
    columns.push_back(hours_column(key, same(key)));
  columns.push_back(word_column("observed_use", Key::observed_use));
  std::monostate const none;
  return figure("tcd", columns,
                {{same("A"), 0.0, 0.0, 0.0, 0.0, 5.0, 4.0, 6.0, 0.0, 10.0, 0.0, none, none, none, none},
                 {same("B"), 100.0, 9.0, 8.0, 11.0, 9.0, 8.0, 11.0, 50.0, 50.0, 7.0, 8.5, 8.0, 9.5,
                  words(Key::calibrated_value)}});
}

}  // namespace

TEST_CASE("the parts of a bar meet at the value and end at the ends of the interval", "[report][export]") {
  auto const [low, value, high] = GENERATE(std::array{1.0, 2.0, 4.0}, std::array{-1.0, 2.0, 4.0},
                                           std::array{-3.0, -2.0, 4.0}, std::array{-9.0, -2.0, -1.0});
  BarParts const parts = parts_of_bar(low, value, high);
  double const right = std::max(parts.before, 0.0) + parts.low_positive + parts.high_positive;
  double const left = std::min(parts.before, 0.0) + parts.high_negative + parts.low_negative;
  CHECK(right == std::max(high, 0.0));
  CHECK(left == std::min(low, 0.0));
  CHECK((value > 0 ? right - parts.high_positive : left - parts.low_negative) == value);
}

TEST_CASE("bars are charted in the units of the report, the first row on top", "[report][export]") {
  auto const sheet = charts_of(figure("bars", {word_column("p", Key::place), days_column("t", same("time"))},
                                      {{same("a"), 48.0}, {same("b"), 24.0}}),
                               Language::en);
  REQUIRE(sheet.charts.size() == 1);
  CHECK(sheet.charts[0].x.name == "time, days");
  CHECK(std::get<std::string>(sheet.columns[0].cells[1]) == "a");
  CHECK(number(sheet, 1, 1) == 2);
}

TEST_CASE("parts of a stack that are nought everywhere have no series", "[report][export]") {
  auto const sheet = charts_of(figure("stack",
                                      {word_column("p", Key::place), hours_column("a", same("a")),
                                       hours_column("b", same("b")), hours_column("c", same("c"))},
                                      {{same("x"), 1.0, 0.0, -2.0}}),
                               Language::en);
  CHECK(sheet.charts.at(0).series.size() == 2);
  CHECK(sheet.columns.back().head == "c");
}

TEST_CASE("time over distance goes through each place as one comes and as one leaves", "[report][export]") {
  auto const sheet = charts_of(corridor(), Language::en);
  REQUIRE(sheet.charts.size() == 3);
  ChartSeries const& mean = sheet.charts[0].series[2];
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(number(sheet, mean.x, i) == std::array{0.0, 0.0, 100.0, 100.0}[i]);
    CHECK(number(sheet, mean.y, i) == std::array{0.0, 5.0, 9.0, 9.0}[i]);
  }
}

TEST_CASE("stays are uprights with a gap after each", "[report][export]") {
  auto const sheet = charts_of(corridor(), Language::en);
  ChartSeries const& stays = sheet.charts[0].series[3];
  CHECK(number(sheet, stays.y, 0) == 0);
  CHECK(number(sheet, stays.y, 1) == 5);
  CHECK(is_gap(sheet, stays.y, 2));
  CHECK(sheet.columns[stays.y].cells.size() == 3);
}

TEST_CASE("a gap parts one vehicle from the next", "[report][export]") {
  auto const sheet =
      charts_of(figure("trains",
                       {number_column("vehicle", {}, "1", {}), word_column("place", Key::place),
                        number_column("km", same("km"), "km", same("km")), days_column("time", same("time"))},
                       {{1.0, same("a"), 0.0, 0.0}, {1.0, same("b"), 9.0, 24.0}, {2.0, same("a"), 0.0, 48.0}}),
                Language::en);
  CHECK(is_gap(sheet, 0, 2));
  CHECK(number(sheet, 0, 3) == 2);
}

TEST_CASE("a distribution has a line for each scenario, to the last per cent", "[report][export]") {
  std::vector<std::vector<Cell>> rows;
  for (char const* side : {"base", "other"})
    for (int i = 0; i <= 100; ++i) rows.push_back({same(side), 24.0 * i, i / 100.0});
  auto const sheet = charts_of(figure("ecdf",
                                      {word_column("scenario", Key::scenario_word), days_column("time", same("time")),
                                       share_column("share", same("share"))},
                                      rows),
                               Language::en);
  CHECK(sheet.charts.at(0).series.size() == 3);
  CHECK(sheet.columns[1].cells.size() == 100);
  CHECK(sheet.columns.back().cells.size() == 4);
}

TEST_CASE("the week of a queue has a row a day and a column an hour", "[report][export]") {
  std::vector<std::vector<Cell>> rows;
  for (int i = 0; i < 7 * 24; ++i) rows.push_back({same("day"), 1.0 * (i % 24), 1.0 * i});
  auto const sheet = charts_of(figure("heat",
                                      {word_column("weekday", Key::weekday_word), number_column("hour", {}, "1", {}),
                                       number_column("value", {}, "parties", {})},
                                      rows),
                               Language::en);
  CHECK(sheet.is_heat);
  CHECK(sheet.columns.size() == 25);
  CHECK(number(sheet, 24, 6) == 7 * 24 - 1);
}

TEST_CASE("the week around a day is its seven-day mean", "[report][export]") {
  std::vector<std::vector<Cell>> rows;
  for (int i = 0; i < 9; ++i) rows.push_back({1.0 * i, 1.0 * i * i, 0.0, 100.0});
  auto const sheet =
      charts_of(figure("timeline",
                       {number_column("day", {}, "1", {}), number_column("mean", {}, "parties", {}),
                        number_column("p10", {}, "parties", {}), number_column("p90", {}, "parties", {})},
                       rows),
                Language::en);
  CHECK(is_gap(sheet, 4, 2));
  CHECK(number(sheet, 4, 3) == Approx(13.0));
}

TEST_CASE("figures that spreadsheets cannot draw have no chart", "[report][export]") {
  for (char const* kind : {"table", "sankey", "process", "map"})
    CHECK(charts_of(figure(kind, {word_column("a", Key::place)}, {{same("x")}}), Language::zh).columns.empty());
}

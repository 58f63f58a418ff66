#include "viz/report/figure_data.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace shudao::viz;
using namespace shudao::viz::report;

namespace {

FigureData sample(Text name, double value) {
  FigureData data;
  data.id = "sample";
  data.kind = "bars";
  data.title = {"标题", "title"};
  data.columns = {word_column("place", Key::place), days_column("transit_time_h", {"时间", "time"})};
  data.rows = {{std::move(name), shudao::experiment::Measure{value, std::array{value - 12, value + 12}, 5}}};
  return data;
}

}  // namespace

TEST_CASE("the CSV of a figure begins with a byte order mark and names the unit of each number", "[report]") {
  std::string const csv = csv_text(sample({"成都", "Chengdu"}, 48));
  CHECK(csv.rfind("\xEF\xBB\xBF\"place", 0) == 0);
  CHECK(
      csv.find("\"transit_time_h [h] 时间 / time\",\"transit_time_h_ci_low [h]\",\"transit_time_h_ci_high [h]\"\r\n") !=
      std::string::npos);
  CHECK(csv.find("\"成都 / Chengdu\",48,36,60\r\n") != std::string::npos);
}

TEST_CASE("a name that a spreadsheet would run as a formula gets an apostrophe", "[report]") {
  std::string const csv = csv_text(sample({"=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"}, 1));
  CHECK(csv.find("\"'=cmd|' /C calc'!A0\"") != std::string::npos);
}

TEST_CASE("a formula behind spaces, a tab or a line break, or in wide signs, is told apart, too", "[report]") {
  for (char const* name : {" =1+1", "\t=1+1", "\r1", "+1", "-1", "@sum", "＝1+1"}) {
    INFO(name);
    CHECK(csv_text(sample({name, name}, 1)).find("\r\n\"'") != std::string::npos);
  }
}

TEST_CASE("a control character in a name does not break its row", "[report]") {
  CHECK(csv_text(sample({"a\r\n\x01\x7f,b", ""}, 1)).find("\r\n\"a    ,b\",1,") != std::string::npos);
}

TEST_CASE("what nobody observed and what is no number are empty cells", "[report]") {
  FigureData data = sample({"a", "a"}, 1);
  data.rows.push_back({Text{"b", "b"}, shudao::experiment::Measure{}});
  data.rows.push_back({Text{"c", "c"}, std::numeric_limits<double>::quiet_NaN()});
  CHECK(csv_text(data).find("\"b\",,,\r\n\"c\",,,\r\n") != std::string::npos);
}

TEST_CASE("a quotation mark in a name stays inside its cell", "[report]") {
  CHECK(csv_text(sample({"a\"b", "a\"b"}, 1)).find("\"a\"\"b\"") != std::string::npos);
}

TEST_CASE("table and JSON of a figure hold the same number, hours in the data and days in the table", "[report]") {
  FigureData const data = sample({"成都", "Chengdu"}, 48);
  CHECK(json_text(data).find("\"value\": 48.0") != std::string::npos);
  CHECK(shown_text(data.rows[0][1], data.columns[1], Language::en) == "2.0 ± 0.5");
}

TEST_CASE("what nobody observed is told as a dash", "[report]") {
  CHECK(shown_text(shudao::experiment::Measure{}, days_column("x", {"x", "x"}), Language::zh) == "–");
}

#include "viz/report/export/xlsx/workbook.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "tests/report/markup.h"
#include "tests/report/unzipped.h"
#include "tests/report/workbook_cells.h"
#include "viz/report/export/plain_text.h"
#include "viz/report/export/xlsx/number_format.h"
#include "viz/report/export/xlsx/sheet_names.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::report;
using Catch::Matchers::Contains;

namespace {

char const kHostile[] = "=cmd|' /C calc'!A0";

/// The cells of a sheet by their places.
std::map<std::string, FoundCell> const& sheet_called(std::vector<FoundSheet> const& sheets, std::string const& name) {
  auto const at = std::find_if(sheets.begin(), sheets.end(), [&](auto const& one) { return one.name == name; });
  REQUIRE(at != sheets.end());
  return at->cells;
}

FigureData waits() {
  FigureData data;
  data.id = "waits";
  data.kind = "bars";
  data.title = {"等待", "Waits"};
  data.caption = {"各地的等待", "Waits by place"};
  data.columns = {word_column("place", Key::place), days_column("wait", {"等待", "wait"}),
                  share_column("share", {"比例", "share"})};
  data.rows = {{Text{"成都", "Chengdu"}, experiment::Measure{100.0 / 3.0, std::array{30.1, 36.5}, 10}, 0.1 + 0.2},
               {Text{kHostile, kHostile}, experiment::Measure{2.5, std::array{2.0, 3.0}, 10}, 1.0},
               {Text{"霍尔果斯", "Khorgos"}, experiment::Measure{0, {}, 0}, std::monostate{}}};
  return data;
}

Report sample() {
  Report report;
  report.title = {"标题", "Title"};
  report.subtitle = {kHostile, kHostile};
  FigureData table = waits();
  table.kind = "table";
  table.title = {kHostile, kHostile};
  FigureData manifest;
  manifest.id = "manifest";
  manifest.kind = "table";
  manifest.columns = {word_column("item", Key::item_word), word_column("value", Key::value)};
  manifest.rows = {{Text{"种子", "seed"}, Text{"17", "17"}}};
  report.sections = {{"summary", {"摘要", "Summary"}, {Points{{{"要点", "a point"}, {kHostile, kHostile}}}}},
                     {"a", {"第一节", "First"}, {waits(), table}},
                     {"method", {"方法", "Method"}, {Paragraph{{"说明文字", "words on method"}}}},
                     {"manifest", {"清单", "Manifest"}, {manifest}}};
  return report;
}

/// The numbers of a CSV file, row by row; words, and rows of words alone, are left out.
std::vector<std::vector<std::string>> numbers_in(std::string const& csv) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines{csv.substr(csv.find("\r\n") + 2)};
  for (std::string line; std::getline(lines, line);) {
    rows.emplace_back();
    std::istringstream fields{line.substr(0, line.find('\r'))};
    for (std::string field; std::getline(fields, field, ',');)
      if (!field.empty() && field.front() != '"') rows.back().push_back(to_16_digits(std::stod(field)));
    if (rows.back().empty()) rows.pop_back();
  }
  return rows;
}

}  // namespace

TEST_CASE("numbers in a workbook are those of the CSV file of the same figure", "[report][export]") {
  auto const sheets = sheets_in(xlsx_of(sample(), Language::en, "1"));
  CHECK(numbers_in(sheets.at(1), 5) == numbers_in(csv_text(waits())));
}

TEST_CASE("the head of a sheet says what its numbers are and in which unit", "[report][export]") {
  auto const sheets = sheets_in(xlsx_of(sample(), Language::zh, "1"));
  auto const& cells = sheet_called(sheets, "图 1 等待");
  CHECK(cells.at("B4").text == "等待\n小时");
  CHECK(cells.at("C4").text == "95% 下限\n小时");
  CHECK(cells.at("D4").text == "95% 上限\n小时");
}

TEST_CASE("words that look like a formula are words in a workbook", "[report][export]") {
  std::string const xlsx = xlsx_of(sample(), Language::en, "1");
  int found = 0;
  for (FoundSheet const& sheet : sheets_in(xlsx))
    for (auto const& [place, cell] : sheet.cells)
      if (cell.text.find("calc") != std::string::npos) {
        CHECK(cell.type == "s");
        ++found;
      }
  CHECK(found > 3);
  for (auto const& [path, content] : unzipped(xlsx)) {
    INFO(path);
    if (path.rfind("xl/worksheets/", 0) == 0) CHECK_THAT(content, !Contains("<f"));
    if (path.rfind("xl/charts/", 0) == 0) CHECK_THAT(content, !Contains("<c:f>cmd"));
    CHECK_THAT(content, !Contains("TargetMode=\"External\""));
  }
}

TEST_CASE("a chart whose title looks like a formula has it as words", "[report][export]") {
  Report report = sample();
  std::get<FigureData>(report.sections[1].blocks[0]).title = {kHostile, kHostile};
  auto const files = unzipped(xlsx_of(report, Language::en, "1"));
  CHECK_THAT(files.at("xl/charts/chart1.xml"), Contains("<a:t> =cmd|"));
}

TEST_CASE("every part of a workbook is well-formed XML", "[report][export]") {
  Report report = sample();
  report.title.en = "a\x01 & b \xEF\xBF\xBF";
  for (auto const& [path, content] : unzipped(xlsx_of(report, Language::en, "1"))) {
    INFO(path);
    CHECK(read_markup(content).fault == "");
  }
}

TEST_CASE("the same report gives the same bytes of a workbook", "[report][export]") {
  CHECK(xlsx_of(sample(), Language::zh, "1") == xlsx_of(sample(), Language::zh, "1"));
}

TEST_CASE("drawn or not, figures give the same workbook", "[report][export]") {
  Report drawn = sample();
  drawn.sections[1].blocks[0] = Picture{waits(), "<svg/>", "<svg/>"};
  CHECK(xlsx_of(drawn, Language::zh, "1") == xlsx_of(sample(), Language::zh, "1"));
}

TEST_CASE("the first sheet has the summary, the manifest and a link to every other sheet", "[report][export]") {
  std::string const xlsx = xlsx_of(sample(), Language::en, "9.8");
  std::set<std::string> said;
  auto const all = sheets_in(xlsx);
  for (auto const& [place, cell] : sheet_called(all, "Contents")) said.insert(cell.text);
  for (char const* words : {"• a point", "seed", "17", "shudao 9.8"}) CHECK(said.count(words) == 1);
  std::string const first = unzipped(xlsx).at("xl/worksheets/sheet1.xml");
  for (FoundSheet const& sheet : all)
    if (sheet.name != "Contents") CHECK_THAT(first, Contains("location=\"'" + sheet.name + "'!A1\""));
}

TEST_CASE("what the report says in words has a sheet of its own", "[report][export]") {
  std::set<std::string> said;
  auto const all = sheets_in(xlsx_of(sample(), Language::en, "1"));
  for (auto const& [place, cell] : sheet_called(all, "Notes")) said.insert(cell.text);
  CHECK(said.count("words on method") == 1);
}

TEST_CASE("codes that spreadsheets read as characters stand for themselves", "[report][export]") {
  Report report = sample();
  std::get<FigureData>(report.sections[1].blocks[0]).rows[0][0] = Text{"_x003D_1+1", "_x003D_1+1"};
  CHECK(sheets_in(xlsx_of(report, Language::en, "1")).at(1).cells.at("A5").text == "_x005F_x003D_1+1");
}

TEST_CASE("what is longer than a cell can hold is cut between characters", "[report][export]") {
  Report report = sample();
  std::string longest;
  for (int i = 0; i < 40'000; ++i) longest += "长";
  std::get<FigureData>(report.sections[1].blocks[0]).rows[0][0] = Text{longest, longest};
  std::string const text = sheets_in(xlsx_of(report, Language::en, "1")).at(1).cells.at("A5").text;
  CHECK(text.size() > 31'000);
  CHECK(text.size() % 3 == 0);
}

TEST_CASE("names of sheets are as spreadsheets allow them", "[report][export]") {
  SheetNames names;
  CHECK(names.name("表 1", "a[b]:c*d?e/f\\g'h") == "表 1 a b c d e f g h");
  CHECK(names.name("Fig 2", std::string(60, 'x')) == "Fig 2 " + std::string(25, 'x'));
  CHECK(names.name("", "''") == "2");
}

TEST_CASE("no two sheets have one name, whatever the case of its letters", "[report][export]") {
  SheetNames names;
  CHECK(names.name("", "History of it, longer than thirty-one") == "History of it, longer than thir");
  CHECK(names.name("", "HISTORY of it, longer than thirty-one") == "HISTORY of it, longer than th 2");
}

TEST_CASE("names of sheets are cut between characters, of which some count twice", "[report][export]") {
  SheetNames names;
  std::string title;
  for (int i = 0; i < 20; ++i) title += "\xF0\x9F\x9A\x82";
  CHECK(names.name("a", title).size() == 2 + 12 * 4);
}

TEST_CASE("what a sheet with a long Chinese name repeats on every page is named whole", "[report][export]") {
  Report report = sample();
  for (int i = 0; i < 20; ++i) std::get<FigureData>(report.sections[1].blocks[0]).title.zh += "长";
  std::string const book = unzipped(xlsx_of(report, Language::zh, "1")).at("xl/workbook.xml");
  std::string name = "图 1 等待";
  for (int i = 0; i < 13; ++i) name += "长";
  CHECK(read_markup(book).fault == "");
  CHECK_THAT(book, Contains("'" + name + "'!$A:$A,'" + name + "'!$4:$4</definedName>"));
}

TEST_CASE("a cell shows as many digits as its interval is worth", "[report][export]") {
  Column const hours = hours_column("h", {"时", "h"}), share = share_column("s", {"比", "s"});
  auto const estimate = [](double value, double half) {
    return Cell{experiment::Measure{value, std::array{value - half, value + half}, 10}};
  };
  CHECK(number_format(estimate(412.345, 0.2), hours) == "#,##0.0");
  CHECK(number_format(estimate(412.345, 30), hours) == "#,##0");
  CHECK(number_format(estimate(0.8421, 0.006), share) == "0.0%");
  CHECK(number_format(estimate(-3.2, 0.02), difference_of(hours)) == "+#,##0.00;-#,##0.00;0");
  CHECK(number_format(Cell{7.0}, number_column("n", {}, "1", {})) == "0");
}

TEST_CASE("what is cut to a width ends between characters", "[report][export]") {
  CHECK(cut_to_width("成都", 4) == "成都");
  CHECK(cut_to_width("成都罗兹", 6) == "成都…");
  CHECK(cut_to_width("Chengdu", 4) == "Che…");
}

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/report/markup.h"
#include "tests/report/studied.h"
#include "tests/report/workbook_cells.h"
#include "viz/report/build_report.h"
#include "viz/report/export/export.h"
#include "viz/report/export/xlsx/workbook.h"
#include "viz/report/figure_engine.h"
#include "viz/report/figures/figures.h"
#include "viz/report/flat_table.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::report;

namespace {

std::size_t column_called(FigureData const& data, std::string const& key) {
  auto const at =
      std::find_if(data.columns.begin(), data.columns.end(), [&](auto const& one) { return one.key == key; });
  REQUIRE(at != data.columns.end());
  return static_cast<std::size_t>(at - data.columns.begin());
}

/// Without blanks: lines are broken at them.
std::string without_blanks(std::string words) {
  words.erase(std::remove(words.begin(), words.end(), ' '), words.end());
  return words;
}

/// All that stands in <text> elements of a drawing that is XML, without blanks.
std::string said_in(std::string const& svg) {
  Markup const drawing = read_markup(svg);
  CHECK(drawing.fault == "");
  std::string all;
  for (Element const& element : drawing.elements)
    if (element.name == "text") all += element.text;
  return without_blanks(all);
}

bool says(std::string const& said, std::string const& words) {
  return said.find(without_blanks(words)) != std::string::npos;
}

}  // namespace

TEST_CASE("every drawing of an export is XML with real text: title, caption, scenarios and fingerprints",
          "[report][engine]") {
  if (!FigureEngine::is_built_in()) return;
  Report const report = drawn_alone(first_corridors(), report_of(first_corridors()), Language::both);
  std::size_t drawings = 0;
  for (ReportFigure const& figure : figures_in(report)) {
    if (figure.picture == nullptr) continue;
    FigureData const& data = *figure.data;
    INFO(data.id);
    ++drawings;
    std::string const zh = said_in(figure.picture->svg_zh), en = said_in(figure.picture->svg_en);
    CHECK(says(zh, data.title.zh));
    CHECK(says(en, data.title.en));
    CHECK(says(zh, data.caption.zh));
    CHECK(says(en, data.caption.en));
    REQUIRE(data.fingerprints.size() == data.scenarios.size());
    for (std::size_t i = 0; i < data.scenarios.size(); ++i)
      CHECK(says(en, data.scenarios[i] + " " + data.fingerprints[i].substr(0, kFingerprintDigits)));
  }
  CHECK(drawings > 15);
}

TEST_CASE("the fingerprints under a drawing are those of the scenarios it shows", "[report]") {
  auto const& worlds = first_corridors().worlds();
  CHECK(figure_called("delay-ledger").fingerprints ==
        std::vector{text(worlds[0].result->fingerprint), text(worlds[1].result->fingerprint)});
  CHECK(figure_called("process.first-corridors-declare-at-home.declare-at-home").fingerprints ==
        std::vector{text(worlds[1].result->fingerprint)});
}

TEST_CASE("an observed time stands where it would end, with what it was used for", "[report]") {
  FigureData const figure = figure_called("tcd.chengdu-lodz");
  std::size_t const departure = column_called(figure, "departure_h"), observed = column_called(figure, "observed_h");
  auto const from = std::find_if(figure.rows.begin(), figure.rows.end(), [](auto const& row) {
    return std::get<Text>(row[0]).en.rfind("Qingbaijiang", 0) == 0;
  });
  REQUIRE(from != figure.rows.end());
  CHECK(std::get<double>(figure.rows.back()[observed]) ==
        Approx(std::get<experiment::Measure>((*from)[departure]).value + 13 * 24));
  CHECK(std::get<Text>(figure.rows.back()[column_called(figure, "observed_use")]).en == "calibrated");
  CHECK(std::holds_alternative<std::monostate>(figure.rows.front()[observed]));
}

TEST_CASE("a corridor with a calibrated time is marked in the table", "[report]") {
  FigureData const table = figure_called("corridors.base");
  std::size_t const mark = column_called(table, "calibrated");
  CHECK(std::get<Text>(table.rows[0][mark]).zh == "校准值");
  CHECK(std::holds_alternative<std::monostate>(table.rows[1][mark]));
}

TEST_CASE("a rule's diagram says which steps it adds, changes and leaves", "[report]") {
  FigureData const figure = figure_called("process.first-corridors-declare-at-home.declare-at-home");
  std::size_t const state = column_called(figure, "state"), name = column_called(figure, "step");
  auto const state_of = [&](std::string const& step) {
    for (auto const& row : figure.rows)
      if (std::get<Text>(row[name]).en == step) return std::get<Text>(row[state]).en;
    return std::string{"not there"};
  };
  CHECK(state_of("review") == "added");
  CHECK(state_of("arrival-report") == "kept");
  CHECK(state_of("load-list") == "changed");
}

TEST_CASE("where no flow has a choice there is no diagram of shifts", "[report]") {
  for (FigureData const& figure : figures_of(first_corridors())) CHECK(figure.id.rfind("shifts.", 0) != 0);
}

TEST_CASE("when one of two routes alike grows dear, its half of the cargo shifts to the other", "[report]") {
  auto const study = compared("scenarios/examples/two_routes.json", "tests/report/dear_east.json");
  auto const figures = figures_of(*study);
  auto const figure =
      std::find_if(figures.begin(), figures.end(), [](auto const& one) { return one.id == "shifts.dear-east"; });
  REQUIRE(figure != figures.end());
  double all = 0, shifted = 0;
  for (auto const& row : figure->rows) {
    double const teu = std::get<double>(row[3]);
    all += teu;
    if (std::get<Text>(row[0]).en == "rail (east)" && std::get<Text>(row[1]).en == "rail (west)") shifted = teu;
  }
  CHECK(all == Approx(8760));  // The demand of the flow.
  CHECK(shifted == Approx(8760.0 / 2).epsilon(0.05));
}

TEST_CASE("a forest of many alternatives becomes one for each measure, a row an alternative", "[report]") {
  FigureData forest;
  forest.id = "f";
  forest.columns = {word_column("measure", Key::corridor), word_column("alternative", Key::alternative),
                    hours_column("difference", {"差", "difference"})};
  for (std::string const measure : {"m", "n"})
    for (std::string const side : {"a", "b", "c", "d", "e", "f", "g"})
      forest.rows.push_back({Text{measure, measure}, Text{side, side}, 1.0});
  auto const split = readable(forest);
  REQUIRE(split.size() == 2);
  CHECK(split[1].id == "f.2");
  CHECK(split[1].rows.size() == 7);
  CHECK(std::get<Text>(split[1].rows[6][0]).en == "g");
  forest.rows.resize(6);
  CHECK(readable(forest).size() == 1);
}

TEST_CASE("labels quote two digits where an assumption is behind the figure", "[report]") {
  FigureData const figure = figure_called("tcd.chengdu-lodz");
  auto const d =
      std::find_if(figure.grades.begin(), figure.grades.end(), [](auto const& one) { return one.first == "D"; });
  REQUIRE(d != figure.grades.end());
  CHECK(d->second > 0);
  CHECK(figure.digits == kDoubtful);
}

TEST_CASE("every number of a study stands in its workbook as in its CSV files", "[report][export]") {
  Report const report = report_of(first_corridors());
  auto const sheets = sheets_in(xlsx_of(report, Language::en, "1"));
  std::size_t at = 1;
  for (ReportFigure const& figure : figures_in(report)) {
    if (figure.data->id == "manifest") continue;
    INFO(figure.data->id);
    FlatTable const table = flat_table(*figure.data);
    std::vector<std::vector<std::string>> expected;
    for (auto const& cells : table.rows) {
      std::vector<std::string> row;
      for (FlatCell const& cell : cells)
        if (auto const* number = std::get_if<double>(&cell)) row.push_back(to_16_digits(*number));
      if (!row.empty()) expected.push_back(std::move(row));
    }
    CHECK(numbers_in(sheets.at(at++), table.fields.size()) == expected);
  }
  CHECK(at + 1 == sheets.size());
}

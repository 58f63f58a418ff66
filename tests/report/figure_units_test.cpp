#include <catch2/catch.hpp>

#include "viz/report/figure_data.h"

using namespace shudao::viz;
using namespace shudao::viz::report;

namespace {

FigureData of_hours(std::string const& kind, std::vector<std::vector<Cell>> rows) {
  FigureData data;
  data.kind = kind;
  data.columns = {word_column("corridor", Key::corridor), hours_column("a", {"甲", "a"}),
                  hours_column("b", {"乙", "b"})};
  data.rows = std::move(rows);
  suit_units(data);
  return data;
}

FigureData of_teu(double teu) {
  FigureData data;
  data.kind = "bars";
  data.columns = {word_column("place", Key::place), teu_column("teu", {"箱量", "TEU"})};
  data.rows = {{Text{"成都", "Chengdu"}, teu}};
  suit_units(data);
  return data;
}

}  // namespace

TEST_CASE("times below three days are told in hours, all others of the figure with them", "[report]") {
  FigureData const data = of_hours("bars", {{Text{"甲", "a"}, 71.0, 3.0}});
  CHECK(data.columns[1].shown.en == "h");
  CHECK(shown_text(data.rows[0][1], data.columns[1], Language::en) == "71.0");
}

TEST_CASE("times from three days on are told in days, all others of the figure with them", "[report]") {
  FigureData const data = of_hours("bars", {{Text{"甲", "a"}, 72.0, 12.0}});
  CHECK(data.columns[2].shown.zh == "天");
  CHECK(shown_text(data.rows[0][1], data.columns[1], Language::zh) == "3.00");
  CHECK(shown_text(data.rows[0][2], data.columns[2], Language::zh) == "0.500");
}

TEST_CASE("parts of a stack are told in the unit of their sum", "[report]") {
  CHECK(of_hours("stack", {{Text{"甲", "a"}, 40.0, 40.0}}).columns[1].shown.en == "days");
  CHECK(of_hours("bars", {{Text{"甲", "a"}, 40.0, 40.0}}).columns[1].shown.en == "h");
}

TEST_CASE("large amounts are told by ten thousand in Chinese and by thousand in English", "[report]") {
  FigureData const data = of_teu(412'000);
  CHECK(data.columns[1].shown.zh == "万TEU/年");
  CHECK(shown_text(data.rows[0][1], data.columns[1], Language::zh) == "41.2");
  CHECK(data.columns[1].shown.en == "k TEU/yr");
  CHECK(shown_text(data.rows[0][1], data.columns[1], Language::en) == "412");
}

TEST_CASE("small amounts are told in TEU in both languages", "[report]") {
  FigureData const data = of_teu(8'630);
  CHECK(data.columns[1].shown.zh == "TEU/年");
  CHECK(shown_text(data.rows[0][1], data.columns[1], Language::zh) ==
        shown_text(data.rows[0][1], data.columns[1], Language::en));
}

TEST_CASE("units change what is shown and not the data", "[report]") {
  CHECK(std::get<double>(of_teu(412'000).rows[0][1]) == 412'000);
  CHECK(csv_text(of_teu(412'000)).find("\"teu [TEU/a]") != std::string::npos);
}

TEST_CASE("a smaller number has a minus sign and no hyphen", "[report]") {
  CHECK(shown_text(-3.0, difference_of(hours_column("x", {"x", "x"})), Language::en) == "\u22123.00");
}

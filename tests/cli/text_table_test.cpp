#include "viz/cli/text_table.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "sim/base/errors.h"

using namespace shudao::viz;
using namespace shudao::viz::cli;

TEST_CASE("a Chinese character takes two columns, a Polish letter one", "[cli]") {
  CHECK(display_width("青白江") == 6);
  CHECK(display_width("Łódź") == 4);
  CHECK(display_width("± 12，") == 6);
  CHECK(display_width("e\u0301") == 1);
}

TEST_CASE("bytes that are no UTF-8 have some width and do no harm", "[cli]") {
  CHECK(display_width("\xff\xfe") <= 2);
  CHECK(display_width("\xe9\x9d") <= 2);
}

TEST_CASE("columns line up whatever the script", "[cli]") {
  TextTable table{{{"地点 place"}, {"h", Align::right}}};
  table.add({"罗兹", "1.5"});
  table.add_rule();
  table.add({"Łódź", "12.0"});
  CHECK(table.text() ==
        "地点 place     h\n"
        "──────────  ────\n"
        "罗兹         1.5\n"
        "──────────  ────\n"
        "Łódź        12.0\n");
}

TEST_CASE("a cell may have two lines", "[cli]") {
  TextTable table{{{"地点\nplace"}, {"h", Align::right}}};
  table.add({"罗兹\nŁódź", "1.5"});
  CHECK(table.text() ==
        "地点     h\n"
        "place\n"
        "─────  ───\n"
        "罗兹   1.5\n"
        "Łódź\n");
}

TEST_CASE("text is broken at blanks and between Chinese characters, never before a closing mark", "[cli]") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("青白江，罗兹", 6) == std::vector<std::string>{"青白", "江，罗", "兹"});
}

TEST_CASE("a table too wide for a terminal breaks the text of its columns", "[cli]") {
  TextTable table{{{"where"}, {"a head of many words", Align::right}}};
  std::string words;
  for (int i = 0; i < 40; ++i) words += "word ";
  table.add({words, "1"});
  std::istringstream lines{table.text()};
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  CHECK(widest <= kWidestTable);
  CHECK(widest > kWidestTable - 10);
}

TEST_CASE("a row with more cells than columns is a broken promise", "[cli]") {
  TextTable table{{{"one"}}};
  CHECK_THROWS_AS(table.add({"a", "b"}), shudao::BrokenPromise);
}

#include "viz/report/figure_engine.h"

#include <catch2/catch.hpp>

#include "viz/report/figure_data.h"

using namespace shudao::viz;
using namespace shudao::viz::report;

namespace {

FigureData sample(std::string const& kind) {
  FigureData data;
  data.id = "sample";
  data.kind = kind;
  data.title = {"各走廊的时间", "Time by corridor"};
  data.note = {"情景 tiny", "scenario tiny"};
  data.columns = {word_column("corridor", Key::corridor), days_column("a", {"运行", "moving"}),
                  days_column("b", {"排队", "queueing"})};
  data.rows = {{Text{"成都—罗兹", "Chengdu-Łódź"}, 240.0, 48.0}, {Text{"<b>", "</text><script>"}, 100.0, 0.5}};
  return data;
}

bool holds(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a figure is drawn in the language asked for, with real text, title and scenario", "[report][engine]") {
  if (!FigureEngine::is_built_in()) return;
  FigureEngine engine;
  std::string const zh = engine.svg(json_text(sample("stack")), Language::zh);
  std::string const en = engine.svg(json_text(sample("stack")), Language::en);
  CHECK(holds(zh, "各走廊的时间</text>"));
  CHECK(holds(zh, "情景 tiny</text>"));
  CHECK(holds(en, "Chengdu-Łódź</text>"));
  CHECK_FALSE(holds(en, "成都"));
}

TEST_CASE("the same data gives the same bytes, in whatever order figures are drawn", "[report][engine]") {
  if (!FigureEngine::is_built_in()) return;
  FigureEngine first, second;
  std::string const bars = first.svg(json_text(sample("bars")), Language::en);
  (void)second.svg(json_text(sample("stack")), Language::zh);
  CHECK(second.svg(json_text(sample("bars")), Language::en) == bars);
}

TEST_CASE("names with markup stay text in a drawing", "[report][engine]") {
  if (!FigureEngine::is_built_in()) return;
  FigureEngine engine;
  CHECK_FALSE(holds(engine.svg(json_text(sample("stack")), Language::en), "<script"));
}

TEST_CASE("a kind of figure that there is none of is refused with its name, and the engine goes on",
          "[report][engine]") {
  if (!FigureEngine::is_built_in()) return;
  FigureEngine engine;
  CHECK_THROWS_AS(engine.svg(json_text(sample("pie")), Language::en), DrawingFailed);
  CHECK(holds(engine.svg(json_text(sample("bars")), Language::en), "<svg"));
}

TEST_CASE("the engine draws a hundred figures within its allowance of memory", "[report][engine]") {
  if (!FigureEngine::is_built_in()) return;
  FigureEngine engine;
  for (int i = 0; i < 100; ++i) (void)engine.svg(json_text(sample(i % 2 == 0 ? "bars" : "stack")), Language::zh);
  CHECK(engine.peak_bytes() < FigureEngine::kMostBytes);
}

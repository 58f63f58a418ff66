#include <catch2/catch.hpp>

#include "viz/report/html.h"
#include "viz/report/report.h"

using namespace shudao::viz;
using namespace shudao::viz::report;

namespace {

Report sample(std::string const& name) {
  Report report;
  report.title = {name, name};
  FigureData table;
  table.id = "t";
  table.kind = "table";
  table.caption = {name, name};
  table.columns = {word_column("place", Key::place)};
  table.rows = {{Text{name, name}}};
  report.sections = {{"one", {name, name}, {Paragraph{{name, name}}, Points{{{name, name}}}, table}}};
  return report;
}

std::size_t count(std::string const& text, std::string const& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a scenario that is called like a script is only a name", "[report]") {
  std::string const page = html_text(sample("</script><script>alert(1)</script>"), Language::both);
  CHECK(count(page, "<script") == 1);  // The switch of languages.
  CHECK(count(page, "alert(1)") == count(page, "&lt;script&gt;alert(1)"));
}

TEST_CASE("a name cannot leave the attribute it stands in", "[report]") {
  CHECK(escaped("a\" onload=\"x' <&>") == "a&quot; onload=&quot;x&#39; &lt;&amp;&gt;");
}

TEST_CASE("a page asks for nothing from outside", "[report]") {
  std::string const page = html_text(sample("x"), Language::both);
  CHECK(count(page, "src=") == 0);
  CHECK(count(page, "http") == 1);  // http-equiv
  CHECK(page.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("a page in one language has no switch and no script", "[report]") {
  CHECK(count(html_text(sample("x"), Language::en), "<script") == 0);
}

TEST_CASE("what is said in both languages stands in a span of each", "[report]") {
  CHECK(spoken({"走廊", "corridor"}, Language::both) ==
        "<span lang=\"zh\">走廊</span><span lang=\"en\">corridor</span>");
}

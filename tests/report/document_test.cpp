#include "viz/report/export/docx/document.h"

#include <catch2/catch.hpp>

#include "tests/report/markup.h"
#include "tests/report/unzipped.h"
#include "viz/report/export/docx/markup.h"
#include "viz/report/export/docx/zip.h"

using namespace shudao::viz;
using namespace shudao::viz::report;
using Catch::Matchers::Contains;

namespace {

FigureData waits() {
  FigureData data;
  data.id = "waits";
  data.kind = "table";
  data.caption = {"等待", "Waits"};
  data.columns = {word_column("place", Key::place), hours_column("wait", {"等待", "wait"})};
  data.rows = {{Text{"成都", "Chengdu"}, 2.5}, {Text{"=cmd|' /C calc'!A0", "</w:t><script>alert(1)</script>"}, 3.0}};
  return data;
}

Report sample() {
  Report report;
  report.title = {"标题", "Title"};
  report.subtitle = {"副题", "Subtitle"};
  Picture picture{waits(), "<svg width=\"200\" height=\"100\"></svg>", "<svg width=\"200\" height=\"100\"></svg>"};
  picture.data.kind = "bars";
  picture.data.caption = {"每日排队", "Queues by day"};
  report.sections = {
      {"a", {"第一节", "First"}, {Paragraph{{"甲\x01乙", "A\x01 & B"}}, Points{{{"点", "point"}}}, waits()}},
      {"b", {"第二节", "Second"}, {picture}}};
  return report;
}

std::optional<std::string> a_png(std::string const&) { return "PNG"; }
std::optional<std::string> no_png(std::string const&) { return std::nullopt; }

std::string document_in(std::string const& docx) { return unzipped(docx).at("word/document.xml"); }

}  // namespace

TEST_CASE("what is packed comes out as it was", "[report][export]") {
  std::string const much(100'000, 'x');
  auto const files = unzipped(zipped({{"a.txt", ""}, {"中/b.txt", much}}));
  CHECK(files.size() == 2);
  CHECK(files.at("a.txt").empty());
  CHECK(files.at("中/b.txt") == much);
}

TEST_CASE("every part of a document is well-formed XML", "[report][export]") {
  for (Language const language : {Language::zh, Language::en})
    for (auto const& [path, content] : unzipped(docx_of(sample(), language, a_png))) {
      if (path.rfind("word/media/", 0) == 0) continue;
      INFO(path);
      CHECK(read_markup(content).fault == "");
    }
}

TEST_CASE("a document says the text of its language alone", "[report][export]") {
  std::string const zh = document_in(docx_of(sample(), Language::zh, a_png));
  CHECK_THAT(zh, Contains("第一节"));
  CHECK_THAT(zh, !Contains("First"));
}

TEST_CASE("a caption is counted by a field that begins at the number of the figure or table", "[report][export]") {
  std::string const en = document_in(docx_of(sample(), Language::en, a_png));
  CHECK_THAT(en, Contains("SEQ Table \\* ARABIC \"><w:r><w:t xml:space=\"preserve\">1</w:t>"));
  CHECK_THAT(en, Contains("SEQ Figure \\* ARABIC \"><w:r><w:t xml:space=\"preserve\">1</w:t>"));
  CHECK_THAT(document_in(docx_of(sample(), Language::zh, a_png)), Contains("SEQ 表 \\* ARABIC "));
}

TEST_CASE("contents lead to each section", "[report][export]") {
  std::string const en = document_in(docx_of(sample(), Language::en, a_png));
  CHECK_THAT(en, Contains(" TOC \\o "));
  CHECK_THAT(en, Contains("w:anchor=\"section2\""));
  CHECK_THAT(en, Contains("w:name=\"section2\""));
}

TEST_CASE("the head of a table is repeated on every page", "[report][export]") {
  CHECK_THAT(document_in(docx_of(sample(), Language::en, a_png)), Contains("<w:cantSplit/><w:tblHeader/>"));
}

TEST_CASE("a figure has its drawing and a picture of it, as wide as the text and in its shape", "[report][export]") {
  auto const files = unzipped(docx_of(sample(), Language::en, a_png));
  CHECK(files.count("word/media/figure1.png") == 1);
  CHECK(files.count("word/media/figure1.svg") == 1);
  CHECK_THAT(files.at("word/document.xml"), Contains("svgBlip r:embed=\"rIdSvg1\""));
  CHECK_THAT(files.at("word/document.xml"), Contains("cx=\"6120130\" cy=\"3060065\""));
}

TEST_CASE("a figure that no picture can be made of is given by its numbers, and that is said", "[report][export]") {
  auto const files = unzipped(docx_of(sample(), Language::en, no_png));
  CHECK(files.count("word/media/figure1.svg") == 0);
  CHECK_THAT(files.at("word/document.xml"), Contains(std::string{text(Key::figure_not_drawn, Language::en)}));
  CHECK_THAT(files.at("word/document.xml"),
             Contains("SEQ Table \\* ARABIC \"><w:r><w:t xml:space=\"preserve\">2</w:t>"));
}

TEST_CASE("text is text in a document, whatever it looks like", "[report][export]") {
  std::string const en = document_in(docx_of(sample(), Language::en, a_png));
  CHECK_THAT(en, !Contains("<script"));
  CHECK_THAT(en, Contains("&lt;/w:t&gt;&lt;script&gt;alert(1)"));
  CHECK_THAT(en, Contains("A  &amp; B"));
  std::string const zh = document_in(docx_of(sample(), Language::zh, a_png));
  CHECK_THAT(zh, Contains("<w:t xml:space=\"preserve\">=cmd|"));
}

TEST_CASE("nothing in a document is run or loaded from elsewhere", "[report][export]") {
  for (auto const& [path, content] : unzipped(docx_of(sample(), Language::en, a_png))) {
    INFO(path);
    CHECK(path.find("vba") == std::string::npos);
    CHECK_THAT(content, !Contains("TargetMode=\"External\""));
    CHECK_THAT(content, !Contains("DDE"));
  }
}

TEST_CASE("characters that XML forbids become blanks", "[report][export]") {
  CHECK(xml_text("a\x1F"
                 "b\xEF\xBF\xBF"
                 "c") == "a b c");
  CHECK(xml_text("成\xEF\xBC\x8C都") == "成，都");
}

TEST_CASE("the same report gives the same bytes", "[report][export]") {
  CHECK(docx_of(sample(), Language::zh, a_png) == docx_of(sample(), Language::zh, a_png));
}

#include "tests/report/markup.h"

#include <catch2/catch.hpp>

using namespace shudao::viz::report;

TEST_CASE("the tests' own reader of markup takes what is well-formed", "[report]") {
  Markup const read = read_markup("<?xml version=\"1.0\"?>\n<a x=\"1\" y='&lt;'><b/>t&amp;<c>成</c></a>\n");
  CHECK(read.fault == "");
  REQUIRE(read.elements.size() == 3);
  CHECK(read.elements[0].attributes.at("y") == "<");
  CHECK(read.elements[0].text == "t&");
  CHECK(read.text() == "t&成");
}

TEST_CASE("the tests' own reader of markup refuses what is not", "[report]") {
  for (char const* wrong : {"", "text", "<a>", "<a></b>", "<a/><b/>", "<a x=1/>", "<a x=\"1\" x=\"2\"/>",
                            "<a x=\"<\"/>", "<a x=\"1\"y=\"2\"/>", "<a>&nbsp;</a>", "<a>]]></a>", "<a>\x01</a>",
                            "<a>\xE6\x88</a>", "<a>\xC0\x80</a>", "<a>\xEF\xBF\xBF</a>", "<a>< b</a>"}) {
    INFO(wrong);
    CHECK(read_markup(wrong).fault != "");
  }
}

TEST_CASE("the tests' own reader of pages knows empty elements and scripts", "[report]") {
  Markup const page =
      read_page("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><script>a<b&&c</script></html>");
  CHECK(page.fault == "");
  CHECK(page.count("script") == 1);
}

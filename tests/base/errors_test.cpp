#include "sim/base/errors.h"

#include <catch2/catch.hpp>

using namespace shudao;

TEST_CASE("an input error says file, line, pointer, what was expected, found and likely meant", "[errors]") {
  CHECK(text(InputError{"a.json", "/places/3/zone", 12, "\"Asia/Shangai\"", "a time zone", "Asia/Shanghai"}) ==
        "a.json:12: /places/3/zone: expected a time zone, found \"Asia/Shangai\" (did you mean Asia/Shanghai?)");
}

TEST_CASE("an error that nothing else was expected of says what was found alone", "[errors]") {
  CHECK(text(InputError{"", "", 0, "the disk is full", "", ""}) == "the disk is full");
}

TEST_CASE("an input error leaves out what is not known", "[errors]") {
  CHECK(text(InputError{"a.json", "", 0, "", "an object", ""}) == "a.json: expected an object");
  CHECK(text(InputError{"", "/id", 0, "3", "a text", ""}) == "/id: expected a text, found 3");
}

TEST_CASE("input errors list every problem, one a line", "[errors]") {
  InputErrors const errors{{{"a", "/x", 1, "1", "2", ""}, {"b", "/y", 2, "3", "4", ""}}};
  CHECK(std::string{errors.what()} == "a:1: /x: expected 2, found 1\nb:2: /y: expected 4, found 3");
  CHECK(errors.errors().size() == 2);
}

TEST_CASE("the nearest name is the one a slip of the hand away", "[errors]") {
  std::vector<std::string> const names{"chengdu", "chongqing", "qinzhou", "lodz"};
  CHECK(nearest_name("chengud", names) == "chengdu");
  CHECK(nearest_name("qinzho", names) == "qinzhou");
  CHECK(nearest_name("chngqinng", names) == "chongqing");
  CHECK(nearest_name("rotterdam", names).empty());
}

TEST_CASE("a Chinese name is compared by characters, not by bytes", "[errors]") {
  CHECK(nearest_name("青白疆站", {"青白江站", "钦州港站"}) == "青白江站");
}

TEST_CASE("two equally near names are told apart by byte order", "[errors]") {
  CHECK(nearest_name("caat", {"cabt", "caabt"}) == "caabt");
}

TEST_CASE("a name that shares nothing is not near, however short", "[errors]") {
  CHECK(nearest_name("ab", {"xy"}).empty());
  CHECK(nearest_name("", {"a", "ab"}).empty());
}

TEST_CASE("a text of megabytes is no name and costs no time", "[errors]") {
  CHECK(nearest_name(std::string(10'000'000, 'a'), {std::string(10'000'000, 'b'), "a"}).empty());
}

TEST_CASE("bytes that are no UTF-8 are compared without harm", "[errors]") {
  CHECK(nearest_name("lodz\xff\xe6", {"lodz", "\xf0"}) == "lodz");
}

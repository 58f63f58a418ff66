#include "viz/words/number_text.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace shudao::viz;
using shudao::experiment::Measure;

namespace {

Measure measured(double value, double half) { return {value, std::array{value - half, value + half}, 10}; }

}  // namespace

TEST_CASE("a figure has no more digits than its interval supports", "[cli]") {
  CHECK(number_text(measured(17.4321, 0.234)) == "17.4 ± 0.2");
  CHECK(number_text(measured(17.4321, 0.0234)) == "17.43 ± 0.02");
  CHECK(number_text(measured(29934, 543)) == "29,900 ± 500");
}

TEST_CASE("a figure has four significant digits at most", "[cli]") {
  CHECK(number_text(measured(1234567, 1400)) == "1,235,000 ± 1,000");
  CHECK(number_text(measured(21916, 7)) == "21,920 ± 10");
  CHECK(number_text(Measure{38376, std::nullopt, 0}) == "38,380");
}

TEST_CASE("an interval that is less than the last digit is not shown", "[cli]") {
  CHECK(number_text(measured(3282.69, 0.08)) == "3,283");
  CHECK(number_text(measured(1234567, 4)) == "1,235,000");
}

TEST_CASE("a figure that rests on assumptions is quoted with two digits, and no interval below them", "[cli]") {
  CHECK(quoted_text(measured(17.4321, 0.234), 1, 2) == "17");
  CHECK(quoted_text(measured(17.4321, 3.1), 1, 2) == "17 ± 3");
  CHECK(quoted_text(measured(22134, 40), 1, 2) == "22,000");
  CHECK(quoted_text(measured(0.7512, 0.0012), 0.01, 2) == "75");
}

TEST_CASE("fewer than three replications have no interval to show", "[cli]") {
  CHECK(number_text(Measure{15.9432, std::array{12.0, 19.9}, 2}) == "15.9");
  CHECK(number_text(Measure{15.9432, std::array{12.0, 19.9}, 3}) == "16 ± 4");
}

TEST_CASE("one replication is not several", "[cli]") {
  CHECK(replications_text(1, Language::en) == "1 replication");
  CHECK(replications_text(10, Language::en) == "10 replications");
  CHECK(replications_text(1, Language::zh) == "重复 1 次");
}

TEST_CASE("an interval that begins with 1 keeps two digits", "[cli]") {
  CHECK(number_text(measured(17.4321, 0.123)) == "17.43 ± 0.12");
  CHECK(number_text(measured(29934, 143)) == "29,930 ± 140");
}

TEST_CASE("a figure without an interval has three digits, but whole units", "[cli]") {
  CHECK(number_text(Measure{3837, std::nullopt, 0}) == "3,837");
  CHECK(number_text(Measure{0.12345, std::nullopt, 1}) == "0.123");
  CHECK(number_text(Measure{12.345, std::nullopt, 1}) == "12.3");
  CHECK(number_text(Measure{0, std::nullopt, 1}) == "0");
}

TEST_CASE("an interval of width nought is not shown", "[cli]") {
  CHECK(number_text(measured(24, 0)) == "24.0");
  CHECK(signed_text(measured(0.000001, 0.000001)) == "0");
}

TEST_CASE("hours are shown as days by dividing value and interval", "[cli]") {
  CHECK(number_text(measured(417.6, 4.8), 24.0) == "17.4 ± 0.2");
}

TEST_CASE("a difference has a sign unless it is nought", "[cli]") {
  CHECK(signed_text(measured(0.31, 0.05)) == "+0.31 ± 0.05");
  CHECK(signed_text(measured(-0.31, 0.05)) == "-0.31 ± 0.05");
  CHECK(signed_text(measured(0, 0)) == "0");
}

TEST_CASE("what was rounded to nought has no minus sign", "[cli]") {
  CHECK(signed_text(measured(-0.001, 0.3)) == "0.0 ± 0.3");
}

TEST_CASE("what was never observed is a dash", "[cli]") {
  CHECK(number_text(Measure{std::numeric_limits<double>::quiet_NaN(), std::nullopt, 0}) == "–");
}

TEST_CASE("a share is shown in per cent", "[cli]") { CHECK(percent_text(measured(0.842, 0.006)) == "84.2 ± 0.6 %"); }

TEST_CASE("time left is said in the unit that suits it", "[cli]") {
  CHECK(span_text(12) == "12 s");
  CHECK(span_text(200) == "3 min");
  CHECK(span_text(9000) == "2.5 h");
  CHECK(span_text(std::numeric_limits<double>::infinity()) == "?");
}

#include <catch2/catch.hpp>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "scenarios/read.h"
#include "sim/base/errors.h"
#include "sim/base/random.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

// Two seconds is the promise of a release build; sanitizers and debug builds are slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(NDEBUG)
constexpr double kLimit_s = 60.0;
#else
constexpr double kLimit_s = 2.0;
#endif

/// What reading a text says, and that it says it in time (processor time).
std::string said_of(std::string const& text) {
  std::clock_t const begin = std::clock();
  std::string said = "read without an error";
  try {
    read_document(text, "input.json");
  } catch (InputErrors const& errors) {
    said = errors.what();
  }
  CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < kLimit_s);
  return said;
}

std::string random_bytes(std::size_t size, std::uint64_t seed) {
  RandomStream random{{seed, 0}, Purpose::guest, name_hash("random bytes")};
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>(random.bits32() & 0xffU);
  return bytes;
}

std::string repeated(std::string const& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

std::string content(std::string const& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

constexpr std::size_t k100MB = 100'000'000;
constexpr std::size_t k15MB = 15'000'000;

}  // namespace

TEST_CASE("a file of 100 MB is refused for its size after 16 MB", "[scenarios]") {
  auto const path = (std::filesystem::temp_directory_path() / "shudao_large_test.json").string();
  std::ofstream{path} << '[' + repeated("1,", k100MB) + "1]";
  std::clock_t const begin = std::clock();
  CHECK_THROWS_WITH(read_scenario(path), Catch::Contains("expected at most 16 MB, found a larger file"));
  CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < kLimit_s);
  std::filesystem::remove(path);
}

TEST_CASE("random bytes are no JSON", "[scenarios]") {
  CHECK_THAT(said_of(random_bytes(k15MB, 1)), Catch::Contains("input.json:1: expected"));
  CHECK_THAT(said_of('"' + random_bytes(k15MB, 2)), Catch::Contains("input.json:1: expected"));
}

TEST_CASE("half a million nested levels are refused at the sixty-fifth", "[scenarios]") {
  CHECK_THAT(said_of(std::string(500'000, '[')), Catch::Contains("expected at most 64 levels"));
  CHECK_THAT(said_of(repeated(R"({"a":)", 2'500'000)), Catch::Contains("expected at most 64 levels"));
}

TEST_CASE("large JSON of the wrong shape is refused in time", "[scenarios]") {
  CHECK_THAT(said_of('[' + repeated("[],", k15MB) + "1]"), Catch::Contains("at most 1000000 values"));
  CHECK_THAT(said_of('"' + std::string(k15MB, 'x') + '"'), Catch::Contains("a world, an object"));
}

TEST_CASE("large objects of the wrong shape are refused in time", "[scenarios]") {
  std::string keys = "{";
  for (int i = 0; i < 900'000; ++i) keys += '"' + std::to_string(i) + "\":1,";
  CHECK_THAT(said_of(keys + "\"x\":1}"), Catch::Contains("no further errors"));
  CHECK_THAT(said_of(R"({"places":)" + keys + "\"x\":1}}"), Catch::Contains("no further errors"));
}

TEST_CASE("a file cut off anywhere is refused where it ends", "[scenarios]") {
  auto const whole = content("tests/scenarios/world/places.json");
  for (std::size_t size = 0; size + 2 < whole.size(); size += 13) {
    REQUIRE_THAT(said_of(whole.substr(0, size)), Catch::Contains("input.json:"));
  }
}

TEST_CASE("a key given twice is refused with the line of the second", "[scenarios]") {
  CHECK_THAT(said_of("{\"a\": {\"b\": 1,\n\"b\": 2}}"),
             Catch::Contains("input.json:2: /a/b: expected each key of an object once"));
}

TEST_CASE("a mutated world is read or refused, and never does harm", "[scenarios]") {
  auto const whole = read_scenario("tests/scenarios/world/home.json").document;
  int refused = 0;
  for (std::uint32_t trial = 0; trial < 3000; ++trial) {
    RandomStream random{{99, trial}, Purpose::guest, name_hash("mutants")};
    std::string mutant = whole;
    for (std::uint32_t edits = 1 + random.below(3); edits > 0; --edits) {
      std::size_t const at = random.below(static_cast<std::uint32_t>(mutant.size()));
      std::size_t const from = random.below(static_cast<std::uint32_t>(whole.size()));
      std::uint32_t const length = random.below(20);
      switch (random.below(4)) {
        case 0:
          mutant[at] = static_cast<char>(random.below(256));
          break;
        case 1:
          mutant.erase(at, length);
          break;
        case 2:
          mutant.insert(at, whole.substr(from, length));
          break;
        default:
          mutant[at] = "0123456789-.{}[]\",:"[random.below(19)];
          break;
      }
    }
    try {
      read_document(mutant, "mutant");
    } catch (InputErrors const&) {
      ++refused;
    }
  }
  CHECK(refused > 1500);
}

TEST_CASE("a world with any one value replaced is read or refused, and never does harm", "[scenarios]") {
  auto const whole = read_scenario("tests/scenarios/world/home.json").document;
  char const* value = GENERATE("null", "-1", "1e300", "{}", "[]", "\"x\"", "[[]]", "{\"value\":1}", "true", "0");
  int refused = 0;
  for (std::size_t colon = whole.find(':'); colon != std::string::npos; colon = whole.find(':', colon + 1)) {
    std::size_t end = colon + 1;
    for (int depth = 0; end < whole.size(); ++end) {
      if (depth == 0 && (whole[end] == ',' || whole[end] == '}' || whole[end] == ']')) break;
      if (whole[end] == '{' || whole[end] == '[') ++depth;
      if (whole[end] == '}' || whole[end] == ']') --depth;
    }
    try {
      read_document(whole.substr(0, colon + 1) + value + whole.substr(end), "mutant");
    } catch (InputErrors const&) {
      ++refused;
    }
  }
  CHECK(refused > 50);
}

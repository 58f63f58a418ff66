#include "sim/base/digest.h"

#include <array>
#include <catch2/catch.hpp>

#include "sim/base/errors.h"
#include "sim/base/name_hash.h"

using namespace shudao;

TEST_CASE("fingerprints and name hashes are XXH3, by its published values for the empty text", "[digest]") {
  CHECK(text(fingerprint("")) == "99aa06d3014798d86001c324468d497f");
  CHECK(text(Digest{}.value()) == "99aa06d3014798d86001c324468d497f");
  CHECK(name_hash("") == NameHash{0x2d06800538d394c2});
}

TEST_CASE("a digest depends on the bytes and not on how they are cut", "[digest]") {
  std::string bytes;
  for (int i = 0; i < 10'000; ++i) bytes += static_cast<char>(i * i % 251);
  for (std::size_t const step : {1U, 7U, 8U, 1023U, 1024U, 1025U, 4096U}) {
    Digest digest;
    for (std::size_t i = 0; i < bytes.size(); i += step) {
      digest.add_bytes(bytes.data() + i, std::min(step, bytes.size() - i));
    }
    CHECK(digest.value() == fingerprint(bytes));
  }
}

TEST_CASE("integers enter a digest as little-endian bytes", "[digest]") {
  Digest by_integer, by_bytes;
  by_integer.add(std::uint64_t{0x0807060504030201});
  by_integer.add(std::int64_t{-2});
  std::array<unsigned char, 16> const bytes{1, 2, 3, 4, 5, 6, 7, 8, 0xfe, 255, 255, 255, 255, 255, 255, 255};
  by_bytes.add_bytes(bytes.data(), bytes.size());
  CHECK(by_integer.value() == by_bytes.value());
}

TEST_CASE("asking a digest for its value does not disturb it", "[digest]") {
  Digest digest;
  digest.add(std::uint64_t{1});
  Fingerprint const first = digest.value();
  CHECK(digest.value() == first);
  digest.add(std::uint64_t{2});
  Digest whole;
  whole.add(std::uint64_t{1});
  whole.add(std::uint64_t{2});
  CHECK(digest.value() == whole.value());
}

TEST_CASE("fingerprints add modulo 2 to the 128", "[digest]") {
  Fingerprint sum{~std::uint64_t{0}, ~std::uint64_t{0}};
  sum += Fingerprint{0, 2};
  CHECK(sum == Fingerprint{0, 1});
}

TEST_CASE("a fingerprint is read back from its text, and nothing else is", "[digest]") {
  Fingerprint const original = fingerprint("Qingbaijiang");
  CHECK(fingerprint_from_text(text(original)) == original);
  CHECK_THROWS_AS(fingerprint_from_text("12"), BrokenPromise);
  CHECK_THROWS_AS(fingerprint_from_text(std::string(32, 'g')), BrokenPromise);
}

TEST_CASE("the hashes of the things of a series differ from each other and from the series", "[digest]") {
  NameHash const series = name_hash("chengdu-lodz");
  CHECK(name_hash(series, 0) != series);
  CHECK(name_hash(series, 0) != name_hash(series, 1));
  CHECK(name_hash(series, 1) != name_hash(name_hash("chengdu-singapore"), 1));
}

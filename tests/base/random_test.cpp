#include "sim/base/random.h"

#include <Random123/philox.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "sim/base/errors.h"

using namespace shudao;

namespace {

using Words = std::array<std::uint32_t, 4>;

Words philox(Words counter, std::array<std::uint32_t, 2> key) {
  auto const block = r123::Philox4x32{}({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
  return {block[0], block[1], block[2], block[3]};
}

Words next_block(RandomStream& random) {
  Words words{};
  for (auto& word : words) word = random.bits32();
  return words;
}

}  // namespace

TEST_CASE("Philox 4x32-10 gives the known answers of its authors", "[random]") {
  CHECK(philox({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  std::uint32_t const ones = 0xffffffff;
  CHECK(philox({ones, ones, ones, ones}, {ones, ones}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a stream is Philox with the seed as key and name, purpose, replication and block as counter", "[random]") {
  RandomStream random{{0x0123456789abcdef, 5}, Purpose::running_time, NameHash{0xfedcba9876543210}};
  std::uint32_t const kind = 5 * 1024 + 8;
  CHECK(next_block(random) == philox({0x76543210, 0xfedcba98, kind, 0}, {0x89abcdef, 0x01234567}));
  CHECK(next_block(random) == philox({0x76543210, 0xfedcba98, kind, 1}, {0x89abcdef, 0x01234567}));
}

TEST_CASE("streams differ by seed, replication, purpose, name and index", "[random]") {
  std::vector<RandomStream> streams{
      {{1, 0}, Purpose::arrival, NameHash{9}, 0},  {{2, 0}, Purpose::arrival, NameHash{9}, 0},
      {{1, 1}, Purpose::arrival, NameHash{9}, 0},  {{1, 0}, Purpose::lot_size, NameHash{9}, 0},
      {{1, 0}, Purpose::arrival, NameHash{10}, 0}, {{1, 0}, Purpose::arrival, NameHash{9}, 1},
      {{1, 0}, Purpose::arrival, NameHash{9}, 2}};
  std::vector<std::uint64_t> first;
  for (auto& stream : streams) first.push_back(stream.bits64());
  std::sort(first.begin(), first.end());
  CHECK(std::adjacent_find(first.begin(), first.end()) == first.end());
}

TEST_CASE("a replication number too large for the counter is refused", "[random]") {
  CHECK_THROWS_AS((RandomStream{{1, 1U << 22}, Purpose::arrival, NameHash{1}}), BrokenPromise);
}

TEST_CASE("uniform draws follow the uniform distribution and never touch its ends", "[random]") {
  constexpr int kDraws = 1'000'000;
  RandomStream random{{42, 0}, Purpose::guest, NameHash{1}};
  std::vector<double> values(kDraws);
  for (double& value : values) value = random.uniform();
  std::sort(values.begin(), values.end());
  double distance = 0.0;
  for (int i = 0; i < kDraws; ++i) distance = std::max(distance, std::fabs(values[i] - (i + 0.5) / kDraws));
  CHECK(values.front() > 0.0);
  CHECK(values.back() < 1.0);
  // Kolmogorov-Smirnov: 2 exp(-2 × 2.7²) = 9e-7 is the rate of false alarm.
  CHECK(distance * std::sqrt(kDraws) < 2.7);
}

TEST_CASE("the first draws of neighbouring names are as independent as the draws of one stream", "[random]") {
  constexpr int kNames = 200'000;
  double sum = 0.0, product = 0.0, last = 0.5;
  for (int i = 0; i < kNames; ++i) {
    RandomStream random{{42, 0}, Purpose::guest, NameHash{static_cast<std::uint64_t>(i)}};
    double const value = random.uniform() - 0.5;
    sum += value;
    product += value * last;
    last = value;
  }
  // Five standard errors, 6e-7: the variance of a draw is 1/12, of a product of two 1/144.
  CHECK(std::fabs(sum) < 5.0 * std::sqrt(kNames / 12.0));
  CHECK(std::fabs(product) < 5.0 * std::sqrt(kNames / 144.0));
}

TEST_CASE("whole numbers below n are equally likely", "[random]") {
  constexpr std::uint32_t kFaces = 7;
  constexpr int kDraws = 700'000;
  RandomStream random{{42, 0}, Purpose::guest, NameHash{2}};
  std::array<int, kFaces> counts{};
  for (int i = 0; i < kDraws; ++i) ++counts.at(random.below(kFaces));
  double chi2 = 0.0;
  for (int const count : counts) chi2 += (count - 1e5) * (count - 1e5) / 1e5;
  CHECK(chi2 < 38.3);  // the 1 − 1e-6 quantile for 6 degrees of freedom is 38.26
}

TEST_CASE("below refuses nothing but zero", "[random]") {
  RandomStream random{{42, 0}, Purpose::guest, NameHash{3}};
  CHECK(random.below(1) == 0);
  CHECK_THROWS_AS(random.below(0), BrokenPromise);
}

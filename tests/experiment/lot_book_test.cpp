#include "sim/experiment/lot_book.h"

#include <catch2/catch.hpp>

#include "sim/base/errors.h"

namespace shudao::experiment {
namespace {

using Catch::Matchers::Contains;

LotValues const kUsual{{0, 7}, 2, true, 5, {0, 2, 0, 3}, 12'345, 678, {1, 2}};

std::vector<LotValues> back(LotValues const& lot) {
  LotBook book;
  book.add(lot);
  return book.lots_of(scenarios::FlowId{lot.lot.flow});
}

TEST_CASE("a book tells every consignment as it was entered", "[experiment]") {
  CHECK(back(kUsual) == std::vector{kUsual});
}

TEST_CASE("a book keeps the smallest and the largest numbers", "[experiment]") {
  LotValues lot;
  lot.lot = {0, UINT32_MAX};
  lot.teu = INT32_MIN;
  lot.is_delivered = false;
  lot.transit_ms = -1;
  lot.component_ms = {-2, 1LL << 50, 0, 0, 0, 0, 0, 0, 0, 0, -(1LL << 50)};
  lot.cost_fen = INT64_MIN;
  lot.co2e_g = INT64_MAX;
  lot.ledger = {UINT64_MAX, 0};
  CHECK(back(lot) == std::vector{lot});
}

TEST_CASE("a book tells flow by flow, by ordinal", "[experiment]") {
  LotBook book;
  for (std::uint32_t const ordinal : {9U, 3U, 5U}) {
    LotValues lot = kUsual;
    lot.lot = {ordinal == 5 ? 0U : 2U, ordinal};
    book.add(lot);
  }
  REQUIRE(book.lots_of(scenarios::FlowId{2}).size() == 2);
  CHECK(book.lots_of(scenarios::FlowId{2})[0].lot.ordinal == 3);
  CHECK(book.lots_of(scenarios::FlowId{2})[1].lot.ordinal == 9);
  CHECK(book.lots_of(scenarios::FlowId{1}).empty());
  CHECK(book.lots_of(scenarios::FlowId{3}).empty());
}

TEST_CASE("a book comes back from its bytes", "[experiment]") {
  LotBook book;
  book.add(kUsual);
  CHECK(LotBook::from_bytes(book.bytes()).lots_of(scenarios::FlowId{0}) == std::vector{kUsual});
  CHECK(LotBook::from_bytes(LotBook{}.bytes()).lots_of(scenarios::FlowId{0}).empty());
}

TEST_CASE("bytes that are no whole book are refused", "[experiment]") {
  LotBook book;
  book.add(kUsual);
  std::string const bytes = book.bytes();
  for (std::size_t kept = 0; kept < bytes.size(); ++kept)
    CHECK_THROWS_AS(LotBook::from_bytes(bytes.substr(0, kept)), FileError);
  CHECK_THROWS_WITH(LotBook::from_bytes(bytes + "x"), Contains("after its end"));
}

TEST_CASE("a book that claims to be larger than its bytes is refused before room is made for it", "[experiment]") {
  std::string const most = "\xff\xff\xff\xff\xff\xff\xff\x7f";
  CHECK_THROWS_WITH(LotBook::from_bytes(most), Contains("more flows than bytes"));
  CHECK_THROWS_WITH(LotBook::from_bytes("\x01" + most), Contains("longer than the rest"));
  CHECK_THROWS_WITH(LotBook::from_bytes(std::string(10, '\xff') + "\x01"), Contains("more than 64 bits"));
}

TEST_CASE("a part of a book that ends inside a consignment is refused", "[experiment]") {
  CHECK_THROWS_AS(LotBook::from_bytes("\x01\x02\x07\x04").lots_of(scenarios::FlowId{0}), FileError);
}

}  // namespace
}  // namespace shudao::experiment
